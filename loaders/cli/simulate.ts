import {Option} from "commander";
import {committedSeed} from "../simulate/committedSeed.js";
import {nullKinds} from "../simulate/parameters.js";
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
  .addOption(new Option("--null <kind>", "a study in which coaching does nothing").choices([...nullKinds]))
  .option("--scale <number>", "offices of the default study's size", wholeNumber(1, 10_000), 1)
  .option(
    "--set <name=value>",
    "a parameter otherwise; may be repeated",
    (change: string, all: string[]) => [...all, change],
    []
  )
  .action(async (options: SimulateOptions) =>
    exitWith((await import("../simulate/runSimulate.js")).runSimulate(options))
  );
