import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {outOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const rollback = verb({
  name: "rollback",
  does: "show an earlier site again",
  example: "rollback"
})
  .argument("[name]", "of the site; the one before by default")
  .addOption(outOption())
  .addOption(jsonOption())
  .action(async (name: string | undefined, options: {out: string; json?: boolean}) =>
    exitWith((await import("../site/runReleases.js")).runRollback(name, options))
  );
