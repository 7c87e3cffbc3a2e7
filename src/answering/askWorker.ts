import type {ReleasedTable} from "../released/table.js";
import type {AnsweringStudy} from "./answeringStudy.js";
import type {Answer} from "./answerTo.js";
import type {Chosen} from "./choice.js";

export interface AnsweringSetup {
  readonly id: string;
  readonly about: AnsweringStudy;
  readonly tables: Readonly<Record<string, ReleasedTable>>;
}

export interface AnsweringRequest {
  readonly place: number;
  readonly chosen: Chosen;
}

export type AnsweringReply =
  {readonly place: number; readonly answer: Answer} | {readonly place: number; readonly refused: string};

/** Asks off the page's thread; what is asked next makes what was asked before unwanted. */
export function askWorker(start: () => Worker, setup: AnsweringSetup): (chosen: Chosen) => Promise<Answer> {
  let worker: Worker | null = null;
  let place = 0;
  let unwanted: (() => void) | null = null;
  const running = (): Worker => {
    if (worker) return worker;
    worker = start();
    worker.postMessage(setup, []);
    return worker;
  };
  return (chosen) => {
    unwanted?.();
    const own = ++place;
    return new Promise((resolve, reject) => {
      const at = running();
      const done = (): void => {
        at.removeEventListener("message", hear);
        unwanted = null;
      };
      const hear = ({data}: MessageEvent<AnsweringReply>): void => {
        if (data.place !== own) return;
        done();
        if ("answer" in data) resolve(data.answer);
        else reject(new RangeError(data.refused));
      };
      unwanted = () => {
        done();
        at.terminate();
        worker = null;
        reject(new DOMException("left", "AbortError"));
      };
      at.addEventListener("message", hear);
      at.postMessage({place: own, chosen} satisfies AnsweringRequest, []);
    });
  };
}
