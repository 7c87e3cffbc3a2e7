import {exitWith} from "./exitWith.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const check = verb({
  name: "check",
  does: "whether the files keep to their rules, and whether a newer one is due; nothing is published",
  example: "check --json"
})
  .addOption(studyOption())
  .option("--json", "as JSON")
  .addHelpText(
    "after",
    "\nExit codes: 0 nothing found, 1 a rule is broken, 3 rows were rejected within a file's tolerance, or a file is late."
  )
  .action(async (options: {study: string; json?: boolean}) =>
    exitWith((await import("../release/runCheck.js")).runCheck(options))
  );
