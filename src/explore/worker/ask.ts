import type {ReleasedTable} from "../../released/table.js";
import type {Comparison} from "../comparison.js";
import type {ComparisonEstimate} from "../estimateComparison.js";
import type {Exchange} from "../exchangeOf.js";
import type {Extras} from "../extras.js";
import type {AgainstRow} from "../estimateAgainst.js";
import type {Matrix} from "../estimateMatrix.js";
import type {CurveFound} from "../estimateCurve.js";
import type {ExploredStudy} from "../study.js";

/** What can be asked off the page's thread, and the answer to each. */
export interface Answers {
  readonly estimate: Omit<ComparisonEstimate, "data">;
  readonly extras: Extras;
  readonly exchange: Exchange | null;
  readonly against: readonly AgainstRow[];
  readonly matrix: Matrix;
  readonly curve: CurveFound;
}

export type Question = keyof Answers;

export interface Request {
  readonly id: number;
  readonly question: Question;
  readonly comparison: Comparison;
}

/** A worker is given these once, as the text of a blob: it is passed on without a copy, however often a worker is begun. */
export interface Setup {
  readonly tables: Readonly<Record<string, ReleasedTable>>;
  readonly study: ExploredStudy;
}

export type Reply =
  | {readonly id: number; readonly progress: {readonly done: number; readonly of: number}}
  | {readonly id: number; readonly answer: Answers[Question]}
  | {readonly id: number; readonly error: string};

export type Ask = <Q extends Question>(
  question: Q,
  comparison: Comparison,
  options: {readonly signal: AbortSignal; readonly progress?: (done: number, of: number) => void}
) => Promise<Answers[Q]>;

/** Asks a worker; a question that is no longer wanted ends the worker with it, and the next starts another. */
export function askWorker(start: () => Worker, setup: Setup): Ask {
  let worker: Worker | null = null;
  let count = 0;
  let written: Blob | null = null;
  const waiting = new Map<number, (reply: Reply) => void>();
  const running = (): Worker => {
    if (worker) return worker;
    worker = start();
    worker.postMessage((written ??= new Blob([JSON.stringify(setup)])), []);
    worker.addEventListener("message", ({data}: MessageEvent<Reply>) => waiting.get(data.id)?.(data));
    return worker;
  };
  const end = (): void => {
    worker?.terminate();
    worker = null;
    waiting.clear();
  };
  return (question, comparison, {signal, progress}) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const id = count++;
      const cancel = (): void => {
        waiting.delete(id);
        end();
        reject(signal.reason);
      };
      signal.addEventListener("abort", cancel, {once: true});
      waiting.set(id, (reply) => {
        if ("progress" in reply) return progress?.(reply.progress.done, reply.progress.of);
        signal.removeEventListener("abort", cancel);
        waiting.delete(id);
        if ("error" in reply) reject(new RangeError(reply.error));
        else resolve(reply.answer as Answers[typeof question]);
      });
      running().postMessage({id, question, comparison} satisfies Request, []);
    });
}
