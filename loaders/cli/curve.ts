import type {Specification} from "../estimate/table.js";
import {exitWith} from "./exitWith.js";
import {readSpecification} from "./readSpecification.js";
import {verb} from "./verb.js";
import {mostThreads, wholeNumber} from "./wholeNumber.js";

export const curve = verb({
  name: "curve",
  does: "an association under every choice of a grid, against chance",
  example: "curve spec.json --threads 2"
})
  .argument("<file>", "with a specification")
  .option("--threads <number>", "that share the draws", wholeNumber(1, mostThreads), 2)
  .action(async (file: string, options: {threads: number}) => {
    const specification = (await readSpecification(file)) as Specification;
    await exitWith((await import("../estimate/runCurve.js")).runCurve(specification, options));
  });
