import {createRequire} from "node:module";
import type {Solve} from "./audit/linearBounds.js";

interface Highs {
  solve(problem: string, options: {readonly threads: number; readonly output_flag: boolean}): ReturnType<Solve>;
}

/** The package's types describe its CommonJS build alone, so that is the one to load. */
const load = createRequire(import.meta.url)("highs") as () => Promise<Highs>;

/** HiGHS, in WebAssembly, on one thread and silent. */
export async function loadSolver(): Promise<Solve> {
  const highs = await load();
  return (problem) => highs.solve(problem, {threads: 1, output_flag: false});
}
