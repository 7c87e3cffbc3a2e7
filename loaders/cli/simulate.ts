import {committedSeed} from "../simulate/committedSeed.js";
import type {SimulateOptions} from "../simulate/runSimulate.js";
import {exitWith} from "./exitWith.js";
import {verb} from "./verb.js";
import {wholeNumber} from "./wholeNumber.js";

export const simulate = verb({
  name: "simulate",
  does: "a whole study folder whose truth is known",
  example: "simulate --out data/mine --seed 11 --set marginEffect=0"
})
  .requiredOption("--out <folder>", "where it is written")
  .option("--seed <number>", "of the draws", wholeNumber(0), committedSeed)
  .option("--null <kind>", "a study in which coaching does nothing: pure, selection, trends, shocks")
  .option("--scale <number>", "offices of the default study's size", Number, 1)
  .option(
    "--set <name=value>",
    "a parameter otherwise; may be repeated",
    (change: string, all: string[]) => [...all, change],
    []
  )
  .action(async (options: SimulateOptions) =>
    exitWith((await import("../simulate/runSimulate.js")).runSimulate(options))
  );
