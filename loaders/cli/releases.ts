import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {outOption, siteStudyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const releases = verb({
  name: "releases",
  does: "the sites that are kept",
  example: "releases --out dist"
})
  .addOption(siteStudyOption())
  .addOption(outOption())
  .addOption(jsonOption())
  .action(async (options: {study?: string; out?: string; json?: boolean}) => {
    const {siteOf} = await import("../site/siteOf.js");
    const site = await siteOf(options);
    return exitWith((await import("../site/runReleases.js")).runReleases({...options, ...site}));
  });
