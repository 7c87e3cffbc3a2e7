import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const diff = verb({
  name: "diff",
  does: "what one release says otherwise than another",
  example: "diff 1 2"
})
  .argument("[from]", "a release's number or data version; the last but one without any")
  .argument("[to]", "a release's number or data version; the last without any")
  .addOption(studyOption())
  .addOption(jsonOption())
  .action(async (from: string | undefined, to: string | undefined, options: {study: string; json?: boolean}) =>
    exitWith((await import("../release/history/runDiff.js")).runDiff([from, to], options))
  );
