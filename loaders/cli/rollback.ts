import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {outOption, siteStudyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const rollback = verb({
  name: "rollback",
  does: "show an earlier site again",
  example: "rollback"
})
  .argument("[name]", "of the site, or its release's number or data version; the one before by default")
  .addOption(siteStudyOption())
  .addOption(outOption())
  .addOption(jsonOption())
  .action(async (name: string | undefined, options: {study?: string; out?: string; json?: boolean}) => {
    const {siteOf} = await import("../site/siteOf.js");
    const site = await siteOf(options);
    return exitWith((await import("../site/runReleases.js")).runRollback(name, {...options, ...site}));
  });
