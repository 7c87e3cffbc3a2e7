import {join} from "node:path";
import {parseArgs} from "node:util";
import {keepRelease} from "../release/pastReleases.js";
import {releaseStudy} from "../release/releaseStudy.js";
import {finishPages} from "./finishPages.js";
import {publishSite} from "./publishSite.js";
import {runFramework} from "./runFramework.js";
import {stageSite} from "./stageSite.js";
import {verifySite} from "./verifySite.js";

export const defaultStudy = "data/fujitsu-ssl";
export const defaultOut = "dist";

/** `build`: raw files -> published site; at any failure the site that was there stays. */
export async function runBuild(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({
    args: [...args],
    options: {study: {type: "string", default: defaultStudy}, out: {type: "string", default: defaultOut}}
  });
  const started = performance.now();
  const release = await releaseStudy(values.study);
  const stage = await stageSite(release, join(".longview/stage", release.study.name));
  await runFramework(stage.folder, ["build"]);
  const dist = join(stage.folder, "dist");
  await finishPages(dist);
  await verifySite(
    dist,
    stage.pages.map(({address}) => address)
  );
  await publishSite(dist, values.out);
  await keepRelease(release);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${values.out}: ${stage.pages.length} pages of ${values.study} in ${seconds} s\n`);
  return 0;
}
