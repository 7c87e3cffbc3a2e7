import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import type {CurveSummary} from "./curveSummary.js";

/** A thread that holds the curve. */
export interface CurveWorker {
  draws(from: number, to: number, seed: number): Promise<readonly CurveSummary[]>;
}

export interface CurveProgress {
  readonly done: number;
  readonly of: number;
  /** the draws so far, in order; all of them at the end */
  readonly draws: readonly CurveSummary[];
}

export interface DrawOptions {
  readonly draws?: number;
  /** how many a worker is asked for at a time */
  readonly chunk?: number;
  readonly seed?: number;
  /** stops the asking; what was drawn by then is a fair sample */
  readonly signal?: AbortSignal;
}

/**
 * A curve's draws from workers in parallel, chunk by chunk as they come. Each draw has a stream of its own, so that the
 * answer depends neither on the number of workers nor on which was faster.
 *
 * @throws {RangeError} if there is no worker or no draw to make; whatever a worker throws
 */
export async function* drawCurve(
  workers: readonly CurveWorker[],
  {draws = 999, chunk = 10, seed = 1, signal, ...others}: DrawOptions = {}
): AsyncGenerator<CurveProgress, void> {
  closedOptions("drawCurve", others, ["draws", "chunk", "seed", "signal"]);
  if (workers.length === 0) throw new InvalidArgument("invalid workers; none to draw with");
  for (const [name, value] of Object.entries({draws, chunk}))
    if (!(Number.isSafeInteger(value) && value > 0))
      throw new InvalidArgument(`invalid ${name}; not a whole number: ${value}`);
  const chunks = Math.ceil(draws / chunk);
  const found: (readonly CurveSummary[])[] = [];
  const running = new Map<CurveWorker, Promise<CurveWorker>>();
  let next = 0;
  const start = (worker: CurveWorker): void => {
    if (next === chunks || signal?.aborted) return;
    const at = next++;
    const chunked = worker.draws(at * chunk, Math.min(draws, (at + 1) * chunk), seed);
    running.set(
      worker,
      chunked.then((summaries) => {
        found[at] = summaries;
        return worker;
      })
    );
  };
  workers.forEach(start);
  while (running.size > 0) {
    const worker = await Promise.race(running.values());
    running.delete(worker);
    start(worker);
    const sofar = found.flat();
    yield {done: sofar.length, of: draws, draws: sofar};
  }
}
