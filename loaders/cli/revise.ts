import type {ReviseOptions} from "../release/runRevise.js";
import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const revise = verb({
  name: "revise",
  does: "have a source's closed figures made anew, if enough persons differ",
  example: 'revise --source survey --because "A department was counted twice."'
})
  .addOption(studyOption())
  .requiredOption("--source <name>", "whose figures")
  .requiredOption("--because <text>", "a sentence for readers")
  .addOption(jsonOption())
  .action(async (options: ReviseOptions) => exitWith((await import("../release/runRevise.js")).runRevise(options)));
