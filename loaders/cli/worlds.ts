import {availableParallelism} from "node:os";
import type {ConfirmOptions} from "../worlds/confirmWorlds.js";
import type {WorldsOptions} from "../worlds/runWorlds.js";
import {exitWith} from "./exitWith.js";
import {verb} from "./verb.js";
import {mostThreads, wholeNumber} from "./wholeNumber.js";

export const worlds = verb({
  name: "worlds",
  does: "how often each finding is found where the truth is known",
  example: "worlds --seeds 200 --threads 2"
})
  .option(
    "--seeds <number>",
    "worlds of each of the two bounded nulls, and a fifth as many of the others",
    wholeNumber(1),
    1000
  )
  .option("--first <number>", "the first seed", wholeNumber(1), 2001)
  .option("--threads <number>", "that share them", wholeNumber(1, mostThreads), availableParallelism())
  .option("--cache <folder>", "where a run that is cut short goes on from", ".longview/worlds")
  .option("--out <file>", "where the answers are frozen", "data/fujitsu-ssl/worlds.json")
  .option(
    "--confirm <number>",
    "make so many of each kind again, and keep the others where these are the same",
    wholeNumber(1)
  )
  .action(async (options: WorldsOptions & Partial<ConfirmOptions>) => {
    const {confirm} = options;
    await exitWith(
      confirm === undefined
        ? (await import("../worlds/runWorlds.js")).runWorlds(options)
        : (await import("../worlds/confirmWorlds.js")).confirmWorlds({...options, confirm})
    );
  });
