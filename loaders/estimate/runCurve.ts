/**
 * `curve spec.json`: an association under every choice of a grid, and how often chance alone gives such a curve, in threads.
 * Standard output is one JSON result; progress goes to standard error; an interrupt ends the draws and keeps those made.
 */
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {NotIdentified} from "../../src/stats/errors/notIdentified.js";
import {once} from "node:events";
import {Worker} from "node:worker_threads";
import type {CurveReply, CurveRequest} from "../../src/stats/specification/curveServer.js";
import type {CurveSummary} from "../../src/stats/specification/curveSummary.js";
import type {CurveWorker} from "../../src/stats/specification/drawCurve.js";
import {drawCurve} from "../../src/stats/specification/drawCurve.js";
import {jointInference} from "../../src/stats/specification/jointInference.js";
import type {SpecificationCurve} from "../../src/stats/specification/specificationCurve.js";
import {curveSpecification} from "./curveSpecification.js";
import type {Specification} from "./table.js";

export async function runCurve(specification: Specification, values: {readonly threads: number}): Promise<number> {
  const cancel = new AbortController();
  const stop = (): void => cancel.abort();
  process.once("SIGINT", stop);
  const result = await curve(specification, {
    threads: values.threads,
    signal: cancel.signal,
    progress: (done, of) => process.stderr.write(`\r${done} of ${of} draws  `)
  });
  process.off("SIGINT", stop);
  process.stderr.write("\n");
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  return cancel.signal.aborted ? 1 : 0;
}

export interface CurveRun {
  readonly threads: number;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, of: number) => void;
}

export interface CurveResult extends Omit<SpecificationCurve, "draws" | "interval"> {
  readonly method: "curve";
  readonly joint: object | null;
  readonly warnings: readonly string[];
}

/** The curve that a specification asks for, its draws shared among threads. */
export async function curve(specification: Specification, {threads, signal, progress}: CurveRun): Promise<CurveResult> {
  if (!(Number.isInteger(threads) && threads >= 1))
    throw new InvalidArgument(`invalid --threads; not a whole number from 1: ${threads}`);
  const {request, draws: number, seed} = await curveSpecification(specification);
  const open = Array.from({length: threads}, () => thread());
  try {
    const [first] = await Promise.all(open.map(({ask}) => ask(request)));
    if (!first || !("curve" in first)) throw new InvalidArgument("invalid reply; no curve came back");
    let draws: readonly CurveSummary[] = [];
    for await (const {done, of, draws: sofar} of drawCurve(open, {draws: number, seed, signal})) {
      draws = sofar;
      progress?.(done, of);
    }
    return {
      method: "curve",
      ...first.curve,
      joint: draws.length > 0 ? jointInference(first.curve.summary, draws) : null,
      warnings: signal?.aborted ? [`cancelled: ${draws.length} draws were made by then`] : []
    };
  } finally {
    await Promise.all(open.map(({close}) => close()));
  }
}

interface Thread extends CurveWorker {
  ask(request: CurveRequest): Promise<Exclude<CurveReply, {error: string}>>;
  close(): Promise<number>;
}

/** Node's threads take no loader for TypeScript from their options: the thread registers it itself. */
function thread(): Thread {
  const module = JSON.stringify(new URL("./curveThread.ts", import.meta.url).href);
  const worker = new Worker(`import("tsx/esm/api").then(({register}) => (register(), import(${module})));`, {
    eval: true
  });
  const ask: Thread["ask"] = async (request) => {
    worker.postMessage(request, []);
    const [reply] = (await once(worker, "message")) as [CurveReply];
    if ("error" in reply)
      throw reply.why ? new NotIdentified(reply.error, ...reply.why) : new InvalidArgument(reply.error);
    return reply;
  };
  return {
    ask,
    close: () => worker.terminate(),
    async draws(from, to, seed) {
      const reply = await ask({ask: "draws", from, to, seed});
      return "draws" in reply ? reply.draws : [];
    }
  };
}
