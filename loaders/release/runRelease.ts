import {AskedWrongly} from "../study/askedWrongly.js";
import {printAnswer} from "../study/printAnswer.js";
import {addAct} from "./acts.js";
import {type Approval, approvalOf} from "./checkApproved.js";
import {dataVersion} from "./dataVersion.js";
import {publish, type PublishOptions} from "./publish.js";
import {writeStewardReport} from "./runAudit.js";

export interface ReleaseVerbOptions {
  readonly study: string;
  /** who has looked at it */
  readonly approve?: string;
  readonly json?: boolean;
}

/**
 * `release`: what waits to be published, with the steward's report to look at; with `--approve`, puts on record who looked.
 * The exit code is 3 while a study that asks for approval waits for it.
 */
export async function runRelease(
  {study: folder, approve, json}: ReleaseVerbOptions,
  options: PublishOptions & {readonly place?: string} = {}
): Promise<number> {
  if (approve?.trim() === "") throw new AskedWrongly("say who has looked at the release: --approve NAME");
  const release = await publish(folder, {...options, withSteward: true});
  const version = dataVersion(release);
  const report = await writeStewardReport(release, options.place);
  const before = await approvalOf(release, folder);
  if (approve === undefined || before) {
    const waits = release.study.approval && before === null;
    printAnswer({version, report, approved: before, waits}, inWords({version, report, before, waits}), {json});
    return waits ? 3 : 0;
  }
  const approved: Approval = {act: "approve", version, by: approve.trim(), on: new Date().toISOString().slice(0, 10)};
  await addAct(folder, approved);
  printAnswer({version, report, approved, waits: false}, `data version ${version} is approved by ${approved.by}`, {
    json
  });
  return 0;
}

interface Said {
  readonly version: string;
  readonly report: string;
  readonly before: Approval | null;
  readonly waits: boolean;
}

function inWords({version, report, before, waits}: Said): string {
  if (before) return `data version ${version} was approved by ${before.by} on ${before.on}`;
  const asks = waits ? "waits for approval" : "can be published; the study asks for no approval";
  return `data version ${version} ${asks}; what to look at is in ${report}`;
}
