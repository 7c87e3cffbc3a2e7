import {type Act, readActs} from "./acts.js";
import {dataVersion} from "./dataVersion.js";
import type {StudyRelease} from "./releaseStudy.js";

export type Approval = Extract<Act, {act: "approve"}>;

/** Who looked at a release and let it pass, if anybody has: of the very tables, findings and files, and of no others. */
export async function approvalOf(release: StudyRelease, folder: string): Promise<Approval | null> {
  const version = dataVersion(release);
  const acts = await readActs(folder);
  return acts.find((act): act is Approval => act.act === "approve" && act.version === version) ?? null;
}

/** @throws {Error} if a study asks for approval, and nobody has given it to this release */
export async function checkApproved(release: StudyRelease, folder: string): Promise<void> {
  if (!release.study.approval || (await approvalOf(release, folder))) return;
  throw new Error(
    `data version ${dataVersion(release)} has not been approved, and is not published; see what it changes: longview refresh --plan --study ${folder}, then: longview release --approve NAME --study ${folder}`
  );
}
