import type {PurgeOptions} from "../release/runPurge.js";
import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const purge = verb({
  name: "purge",
  does: "carry a deletion through: digests, warehouse, what was made from them",
  example: "purge --person M0123",
  exits: {3: "carried through, and a raw file still names the person or could not be read"}
})
  .addOption(studyOption())
  .option("--person <key>", "whose digests go")
  .option("--before <year>", "whose years' digests go")
  .addOption(jsonOption())
  .action(async (options: PurgeOptions) => exitWith((await import("../release/runPurge.js")).runPurge(options)));
