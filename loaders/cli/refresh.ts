import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {outOption, studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const refresh = verb({
  name: "refresh",
  does: "say what the files would change, and publish it; whatever fails, the site that was there stays",
  example: "refresh --plan --json"
})
  .addOption(studyOption())
  .addOption(outOption())
  .option("--plan", "only say it: nothing is published")
  .addOption(jsonOption())
  .action(async (options: {study: string; out?: string; plan?: boolean; json?: boolean}) => {
    const {siteToBuild} = await import("../site/siteOf.js");
    const site = await siteToBuild(options);
    return exitWith((await import("../site/runRefresh.js")).runRefresh({...options, ...site}));
  });
