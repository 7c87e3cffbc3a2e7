import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const audit = verb({
  name: "audit",
  does: "what a build would publish, as an attacker would look at it",
  example: "audit --study data/fujitsu-ssl"
})
  .addOption(studyOption())
  .addOption(jsonOption())
  .action(async (options: {study: string; json?: boolean}) =>
    exitWith((await import("../release/runAudit.js")).runAudit(options))
  );
