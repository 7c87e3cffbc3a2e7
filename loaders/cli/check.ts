import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const check = verb({
  name: "check",
  does: "whether the files keep to their rules, and whether a newer one is due; nothing is published",
  example: "check --json",
  exits: {
    0: "nothing found",
    3: "a row was rejected within a file's tolerance, a file is late, or personal data are overdue for deletion"
  }
})
  .addOption(studyOption())
  .option("--row <table:number>", "only print this row of what a mapping gives, such as attendance:885")
  .addOption(jsonOption())
  .action(async (options: {study: string; row?: string; json?: boolean}) =>
    exitWith((await import("../release/runCheck.js")).runCheck(options))
  );
