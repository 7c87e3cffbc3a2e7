import {basename, join} from "node:path";
import {parseArgs} from "node:util";
import {keepRelease} from "../release/pastReleases.js";
import {releaseStudy} from "../release/releaseStudy.js";
import type {StudyRelease} from "../release/releaseStudy.js";
import {studyEntries} from "./furniture/studyEntries.js";
import {finishPages} from "./finishPages.js";
import {publishSite} from "./publishSite.js";
import {runFramework} from "./runFramework.js";
import {stageSite} from "./stageSite.js";
import {verifySite} from "./verifySite.js";

export const defaultStudy = "data/fujitsu-ssl";
export const defaultOut = "dist";

/**
 * `build`: raw files -> published site; at any failure the site that was there stays. The release goes on record before it
 * is shown: one that is on record and was never shown makes later ones more careful, the reverse would make them careless.
 *
 * @param doubts  what is not as it should be with a study though it can be built: a line each
 */
export async function runBuild(
  args: readonly string[],
  {doubts = async () => []}: {doubts?: (study: string) => Promise<readonly string[]>} = {}
): Promise<number> {
  const {values} = parseArgs({
    args: [...args],
    options: {study: {type: "string", default: defaultStudy}, out: {type: "string", default: defaultOut}}
  });
  const started = performance.now();
  const release = await releaseStudy(values.study);
  warnOfExtra(release);
  const place = join(".longview/stage", release.study.name, basename(values.out));
  const stage = await stageSite(release, place, {later: true});
  await runFramework(stage.folder, ["build"]);
  const dist = join(stage.folder, "dist");
  await finishPages(dist, stage.held, {language: release.study.language, found: studyEntries(release)});
  await verifySite(
    dist,
    stage.pages.map(({address}) => address)
  );
  await keepRelease(release);
  await publishSite(dist, values.out);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${values.out}: ${stage.pages.length} pages of ${values.study} in ${seconds} s\n`);
  for (const doubt of await doubts(values.study)) process.stderr.write(`${doubt}\n`);
  return 0;
}

/** Columns that a schema does not know are read past; that they are there is worth a word. */
function warnOfExtra({report}: StudyRelease): void {
  for (const {file, extra} of report.value.files) {
    if (extra === 0) continue;
    const columns = extra === 1 ? "1 column" : `${extra} columns`;
    process.stderr.write(`${file}: ${columns} that the schema does not know, read past and not published\n`);
  }
}
