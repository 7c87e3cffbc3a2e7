import {once} from "node:events";
import {Worker} from "node:worker_threads";
import type {World} from "../../src/worlds/world.js";

/** Simulates each of the worlds asked for, shared by so many threads, and hands it on as it is made. */
export async function inThreads(
  jobs: readonly Pick<World, "kind" | "seed">[],
  threads: number,
  take: (world: World) => void
): Promise<void> {
  const waiting = jobs.values();
  await Promise.all(
    Array.from({length: Math.min(threads, jobs.length)}, async () => {
      const worker = openWorker();
      try {
        for (const job of waiting) {
          worker.postMessage(job, []);
          const [world] = (await once(worker, "message")) as [World];
          take(world);
        }
      } finally {
        await worker.terminate();
      }
    })
  );
}

/** Node's threads take no loader for TypeScript from their options: the thread registers it itself. */
function openWorker(): Worker {
  const module = JSON.stringify(new URL("./worldWorker.ts", import.meta.url).href);
  return new Worker(`import("tsx/esm/api").then(({register}) => (register(), import(${module})));`, {eval: true});
}
