import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {languageOption, outOption, studyOption} from "./studyOption.js";
import type {BuildOptions} from "../site/runBuild.js";
import {verb} from "./verb.js";

export const build = verb({
  name: "build",
  does: "raw files -> published site; whatever fails, the site that was there stays",
  example: "build --study data/jtrain --out dist"
})
  .addOption(studyOption())
  .addOption(outOption())
  .addOption(languageOption())
  .addOption(jsonOption())
  .action((options: BuildOptions) => exitWith(run(options)));

async function run(options: BuildOptions): Promise<number> {
  const {runBuild} = await import("../site/runBuild.js");
  const {siteToBuild} = await import("../site/siteOf.js");
  return runBuild({...options, ...(await siteToBuild(options))}, {doubts: staleWorlds});
}

async function staleWorlds(study: string): Promise<string[]> {
  const stale = await (await import("../worlds/staleWorlds.js")).staleWorlds(study);
  return stale === null ? [] : [stale];
}
