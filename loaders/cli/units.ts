import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const units = verb({
  name: "units",
  does: "the groups of departments that would be published",
  example: "units --study data/fujitsu-ssl"
})
  .addOption(studyOption())
  .addOption(jsonOption())
  .action(async (options: {study: string; json?: boolean}) =>
    exitWith((await import("../release/runUnits.js")).runUnits(options))
  );
