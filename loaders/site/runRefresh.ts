import {basename, resolve} from "node:path";
import type {RecordedRelease} from "../release/history/recordedRelease.js";
import {readHistory, releaseBefore} from "../release/history/releaseHistory.js";
import {printAnswer} from "../study/printAnswer.js";
import {withLock} from "../study/withLock.js";
import {builtOf} from "./builtSites.js";
import {needLink} from "./needLink.js";
import {runBuild} from "./runBuild.js";

export interface RefreshOptions {
  readonly study: string;
  readonly out: string;
  readonly plan?: boolean;
  readonly json?: boolean;
}

/**
 * `refresh`: reads, checks and audits everything, says what would be other than in the last release, then builds the site.
 * Where nothing has changed since the site was built it says so, and nothing heavy is imported to find that out.
 */
export async function runRefresh({study, out, plan = false, json = false}: RefreshOptions): Promise<number> {
  await needLink(out);
  const last = (await readHistory(study)).at(-1) ?? null;
  if (last && (await builtOf({study, out})).built) {
    const said = {unchanged: true, version: last.version, since: sinceOf(last), changes: null};
    printAnswer(said, unchangedInWords(last, out), {json});
    return 0;
  }
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  await withLock(`.longview/locks/${basename(resolve(study))}`, () => sayChanges({study, out, plan, json}), {say});
  return plan ? 0 : runBuild({study, out}, {quiet: json});
}

async function sayChanges({study, out, plan, json}: Required<RefreshOptions>): Promise<void> {
  const {publish} = await import("../release/publish.js");
  const {releaseSummary} = await import("../release/history/releaseSummary.js");
  const {compareReleases} = await import("../release/history/compareReleases.js");
  const {changesAsLines, planWords} = await import("../../src/words/en/changes.js");
  const {changedPages} = await import("./changedPages.js");
  const {namesIn} = await import("../release/history/namesIn.js");
  const release = await publish(study);
  const summary = await releaseSummary(release);
  const history = await readHistory(study);
  const last = history.at(-1) ?? null;
  const before = last?.version === summary.version ? last : releaseBefore(history, summary.version);
  const changes = before && compareReleases(before, summary);
  const first = `first release: ${summary.findings.length} findings, ${Object.keys(summary.tables).length} tables`;
  const made = [...summary.findings, ...(before?.findings ?? [])].map(({id}) => `findings.${id}`);
  const pages = changes && (await changedPages(changes, new Set([...release.study.tables, ...made])));
  const names = namesIn(release.study.words, release.study.measures);
  const lines = [
    ...(before && changes ? [planWords.against(before), ...changesAsLines(changes, {names})] : [first]),
    ...(pages ? [planWords.pages(pages)] : []),
    ...release.notes,
    ...(plan ? [planWords.next(`npx longview refresh --study ${study} --out ${out}`)] : [])
  ];
  const said = {unchanged: false, version: summary.version, since: before && sinceOf(before), changes, pages};
  printAnswer(said, lines.join("\n"), {json});
}

const sinceOf = ({number, on, version}: RecordedRelease): object => ({number, on, version});

function unchangedInWords({number, on, version}: RecordedRelease, out: string): string {
  return `No file, rule or code has changed. ${out} shows release ${number} of ${on}, data version ${version}.`;
}
