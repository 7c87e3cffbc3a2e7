import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const diff = verb({
  name: "diff",
  does: "what differs between two releases",
  example: "diff 1 2"
})
  .argument("[from]", "a release's number, data version or site's name; the last but one without any")
  .argument("[to]", "a release's number, data version or site's name; the last without any")
  .addOption(studyOption())
  .addOption(jsonOption())
  .action(async (from: string | undefined, to: string | undefined, options: {study: string; json?: boolean}) => {
    const {lastBuilt} = await import("../site/builtRecord.js");
    const {versionsOf} = await import("../site/siteShelf.js");
    const out = await lastBuilt(options.study);
    const versions = out === null ? new Map<string, string>() : await versionsOf(out);
    const named = [from, to].map((name) => versions.get(name ?? "") ?? name);
    return exitWith((await import("../release/history/runDiff.js")).runDiff([named[0], named[1]], options));
  });
