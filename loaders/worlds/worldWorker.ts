/** A thread that simulates one world after another, as it is asked to. */
import {parentPort} from "node:worker_threads";
import {simulateWorld} from "./simulateWorld.js";
import type {World} from "./summariseWorlds.js";
import {worldKinds} from "./worldKinds.js";

parentPort?.on("message", ({kind, seed}: Pick<World, "kind" | "seed">) => {
  void simulateWorld(seed, worldKinds[kind]).then((findings) => {
    const world: World = {kind, seed, findings};
    parentPort?.postMessage(world, []);
  });
});
