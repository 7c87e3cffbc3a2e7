import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {outOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const releases = verb({
  name: "releases",
  does: "the sites that are kept",
  example: "releases --out dist"
})
  .addOption(outOption())
  .addOption(jsonOption())
  .action(async (options: {out: string; json?: boolean}) =>
    exitWith((await import("../site/runReleases.js")).runReleases(options))
  );
