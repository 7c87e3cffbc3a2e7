import type {ReleasedTable} from "../../released/table.js";
import type {Comparison} from "../comparison.js";
import type {ComparisonErrors} from "../comparisonErrors.js";
import type {ComparisonEstimate} from "../estimateComparison.js";
import type {LensEstimate} from "../lensEstimate.js";
import type {Exchange} from "../exchangeOf.js";
import type {Extras} from "../extras.js";
import type {AgainstRow} from "../estimateAgainst.js";
import type {Matrix} from "../estimateMatrix.js";
import type {CurveFound} from "../estimateCurve.js";
import type {ExploredStudy} from "../study.js";

/** What can be asked off the page's thread, and the answer to each. */
export interface Answers {
  /** without errors, which come with the estimate */
  readonly sketch: Omit<ComparisonEstimate, "data">;
  /** what it adds to the sketch */
  readonly estimate: ComparisonErrors;
  readonly extras: Extras;
  readonly exchange: Exchange | null;
  /** the estimate with what the exchange says of it, as a card and a download have them */
  readonly whole: {readonly main: LensEstimate; readonly exchange: Exchange | null};
  /** the same of the rows that the brush leaves out */
  readonly outside: Answers["whole"];
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

/** Tells a worker that an answer is no longer wanted. */
export interface Left {
  readonly left: number;
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

/** answered in a moment */
const quick: readonly Question[] = ["sketch", "estimate"];
/** answered in steps, between which the worker hears that the rest is no longer wanted */
const steady: readonly Question[] = ["outside", "exchange", "whole", "extras"];

/**
 * Asks three workers, each begun by its first question. Two of them stay, since a new one must read the tables first: that
 * of the quick questions and that of those answered in steps. A long question that is no longer wanted ends the third.
 */
export function askWorker(start: () => Worker, setup: Setup): Ask {
  let written: Blob | null = null;
  const begin = (): Worker => {
    const worker = start();
    worker.postMessage((written ??= new Blob([JSON.stringify(setup)])), []);
    return worker;
  };
  const [short, stepped, long] = [false, false, true].map((endsWhenLeft) => lane(begin, {endsWhenLeft}));
  return (question, comparison, options) =>
    (quick.includes(question) ? short! : steady.includes(question) ? stepped! : long!)(question, comparison, options);
}

/** One worker, and what waits for it. */
function lane(begin: () => Worker, {endsWhenLeft}: {readonly endsWhenLeft: boolean}): Ask {
  let worker: Worker | null = null;
  let count = 0;
  const waiting = new Map<number, (reply: Reply) => void>();
  const running = (): Worker => {
    if (worker) return worker;
    worker = begin();
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
        if (endsWhenLeft) end();
        else worker?.postMessage({left: id} satisfies Left, []);
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
