import {changesAsLines} from "../../src/words/en/changes.js";
import {compareReleases} from "../release/history/compareReleases.js";
import {readHistory, releaseBefore} from "../release/history/releaseHistory.js";
import {releaseSummary} from "../release/history/releaseSummary.js";
import {publish} from "../release/publish.js";
import {runBuild} from "./runBuild.js";

export interface RefreshOptions {
  readonly study: string;
  readonly out: string;
  readonly plan?: boolean;
  readonly json?: boolean;
}

/** `refresh`: reads, checks and audits everything, says what would be other than in the last release, then builds the site. */
export async function runRefresh({study, out, plan = false, json = false}: RefreshOptions): Promise<number> {
  const release = await publish(study);
  const summary = await releaseSummary(release);
  const history = await readHistory(study);
  const last = history.at(-1) ?? null;
  const before = last?.version === summary.version ? last : releaseBefore(history, summary.version);
  const changes = before && compareReleases(before, summary);
  if (json) {
    const since = before && {number: before.number, on: before.on, version: before.version};
    process.stdout.write(`${JSON.stringify({version: summary.version, since, changes})}\n`);
  } else {
    const lines =
      changes === null
        ? [`first release: ${summary.findings.length} findings, ${Object.keys(summary.tables).length} tables`]
        : changesAsLines(changes);
    process.stdout.write([...lines, ...release.notes, ""].join("\n"));
  }
  return plan ? 0 : runBuild({study, out}, {quiet: json});
}
