import type {Estimate} from "../stats/estimate.js";
import type {Data} from "./columnsOf.js";
import {columnsOf} from "./columnsOf.js";
import {Fit} from "./fit.js";

/** What a heavy estimator is asked in a thread of its own. */
export interface Task {
  readonly name: string;
  readonly parameters: readonly unknown[];
}

export type Reply = {readonly estimate: Estimate<object>} | {readonly error: string};

/**
 * An estimator in a thread of its own, so that the page stays free meanwhile; answers what it would answer here.
 * @example background("permute", tables.department_years, {kind: "correlation", x: "participation", y: "margin", draws: 1e6})
 */
export async function background(name: string, ...parameters: readonly unknown[]): Promise<Fit> {
  const worker = open();
  try {
    const reply = await new Promise<Reply>((resolve, reject) => {
      worker.addEventListener("message", ({data}: MessageEvent<Reply | "ready">) => {
        if (data === "ready") worker.postMessage({name, parameters: parameters.map(plain)} satisfies Task, []);
        else resolve(data);
      });
      worker.addEventListener("error", ({message}) => reject(new Error(message)));
    });
    if ("error" in reply) throw new RangeError(reply.error);
    return new Fit(reply.estimate);
  } finally {
    worker.terminate();
  }
}

/** A thread made from a blob keeps to the page's policy, one made from an address would have its own. */
function open(): Worker {
  const module = new URL("worker.js", import.meta.url).href;
  const address = URL.createObjectURL(new Blob([`import(${JSON.stringify(module)});`], {type: "text/javascript"}));
  return new Worker(address, {type: "module"});
}

function plain(parameter: unknown): unknown {
  const table = typeof parameter === "object" && parameter !== null && "columnNames" in parameter;
  return table ? columnsOf(parameter as Data) : parameter;
}
