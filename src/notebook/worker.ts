/** The thread of `background`: an estimator by its name, its parameters, its answer. */
import type {Reply, Task} from "./background.js";
import * as engine from "./engine.js";

const estimators = engine as unknown as Readonly<Record<string, (...parameters: unknown[]) => object>>;

globalThis.addEventListener("message", ({data}: MessageEvent<Task>) => {
  globalThis.postMessage(answer(data), {});
});
globalThis.postMessage("ready", {});

function answer({name, parameters}: Task): Reply {
  try {
    const estimator = Object.hasOwn(estimators, name) ? estimators[name] : undefined;
    if (!estimator) throw new RangeError(`no such estimator: ${name}; there are ${Object.keys(estimators).join(", ")}`);
    return {
      estimate: JSON.parse(JSON.stringify(estimator(...parameters))) as Extract<Reply, {estimate: object}>["estimate"]
    };
  } catch (error) {
    return {error: error instanceof Error ? error.message : String(error)};
  }
}
