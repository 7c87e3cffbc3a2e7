import {join} from "node:path";
import {AuditError} from "../disclosure/auditRelease.js";
import {printAnswer} from "../study/printAnswer.js";
import {privateFolder} from "../study/privateFolder.js";
import {writeWhole} from "../study/writeWhole.js";
import {publish} from "./publish.js";
import {type StudyRelease} from "./releaseStudy.js";

/** `audit`: everything that a build would publish, checked, and the steward's report written; exit code 1 at a finding. */
export async function runAudit(values: {readonly study: string; readonly json?: boolean}): Promise<number> {
  try {
    const release = await publish(values.study, {withSteward: true});
    const report = await writeStewardReport(release);
    const {cells, estimates, standing} = release.audited;
    const beside = standing ? "with the figures of earlier releases" : "a first release";
    const looked =
      standing && cells + estimates === 0
        ? "no figure of persons is new, and those of earlier releases stay as they were published"
        : `${cells} cells, ${estimates} estimates on exact rows, ${beside}`;
    const words = `nothing found: ${looked}; ${report}`;
    printAnswer({found: [], ...release.audited, report}, words, values);
    return 0;
  } catch (error) {
    if (!(error instanceof AuditError)) throw error;
    process.stderr.write(`${error.message}\n`);
    if (values.json) printAnswer({found: error.findings}, "", values);
    return 1;
  }
}

/** Writes the steward's report to this machine, and says where. */
export async function writeStewardReport({study, steward}: StudyRelease, place = ".longview/steward"): Promise<string> {
  await privateFolder(place);
  const file = join(place, `${study.name}.md`);
  await writeWhole(file, steward, {mode: 0o600});
  return file;
}
