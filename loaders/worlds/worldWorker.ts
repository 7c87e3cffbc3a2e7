/** A thread that simulates one world after another, as it is asked to. */
import {parentPort} from "node:worker_threads";
import type {World} from "../../src/worlds/world.js";
import {leftOut} from "./leftOut.js";
import {simulateWorld} from "./simulateWorld.js";
import {worldKinds} from "./worldKinds.js";

parentPort?.on("message", ({kind, seed}: Pick<World, "kind" | "seed">) => {
  const answer = (world: World): void => parentPort?.postMessage(world, []);
  simulateWorld(seed, worldKinds[kind], {without: leftOut(kind)}).then(
    (found) => answer({kind, seed, ...found}),
    (error: unknown) =>
      answer({kind, seed, findings: [], failed: error instanceof Error ? error.message : String(error)})
  );
});
