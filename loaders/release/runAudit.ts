import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {AuditError} from "../disclosure/auditRelease.js";
import {releaseStudy} from "./releaseStudy.js";
import type {StudyRelease} from "./releaseStudy.js";
import {readPast} from "./pastReleases.js";

/** `audit`: everything that a build would publish, checked, and the steward's report written; exit code 1 at a finding. */
export async function runAudit(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({args: [...args], options: {study: {type: "string", default: "data/fujitsu-ssl"}}});
  try {
    const release = await releaseStudy(values.study, {withSteward: true});
    const report = await writeStewardReport(release);
    const cells = release.behind.tables.reduce((sum, table) => sum + table.cells.length, 0);
    const past = await readPast(values.study);
    process.stdout.write(
      `nothing found: ${cells} cells, ${release.behind.estimates.length} estimates on exact rows, ` +
        `${past.length} earlier releases; ${report}\n`
    );
    return 0;
  } catch (error) {
    if (!(error instanceof AuditError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Writes the steward's report to this machine, and says where. */
export async function writeStewardReport({study, steward}: StudyRelease, place = ".longview/steward"): Promise<string> {
  await mkdir(place, {recursive: true});
  const file = join(place, `${study.name}.md`);
  await writeFile(file, steward);
  return file;
}
