import {exitWith} from "./exitWith.js";
import {readSpecification} from "./readSpecification.js";
import {verb} from "./verb.js";

export const estimate = verb({
  name: "estimate",
  does: "any estimator: one specification or an array of them, JSON in and out",
  example: "estimate spec.json"
})
  .argument("<file>", "of specifications, or - for standard input")
  .action(async (file: string) =>
    exitWith((await import("../estimate/runEstimate.js")).runEstimate(await readSpecification(file)))
  );
