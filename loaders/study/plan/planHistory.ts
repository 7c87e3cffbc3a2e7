/**
 * The versions of a study's analysis plan, in `plan/` of its folder: one file a version, each with the hash of the one
 * before it.
 *
 * Source     registered versions after OSF's registrations: nothing is replaced, what follows says why
 */
import {readFile, readdir} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import type {PlannedSpecification} from "../dataPackage.js";
import {jsonIn} from "../jsonIn.js";
import {StudyError} from "../studyError.js";
import {planDecided, planHash} from "./planHash.js";

const said = z.string().regex(/\S/, "says nothing");

const version = z.strictObject({
  version: z.int().min(1),
  locked: z.iso.date(),
  /** what was known of the outcomes when it was locked */
  known: said,
  /** why it replaces the one before; null for the first */
  reason: said.nullable(),
  previous: z.string().nullable(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  plan: z.array(z.record(z.string(), z.unknown())).min(1)
});

export type PlanVersion = Readonly<z.infer<typeof version>>;

export interface PlanHistory {
  readonly versions: readonly PlanVersion[];
  /** locked: as in the last version; altered: other than in it; unlocked: there is none */
  readonly status: "locked" | "altered" | "unlocked";
  /** findings whose specification is other than in the last version, or is not in it */
  readonly altered: readonly string[];
}

export const planFolder = "plan";

/** @throws {StudyError} if a version is not what was locked, or does not follow the one before */
export async function readPlanHistory(folder: string, plan: readonly PlannedSpecification[]): Promise<PlanHistory> {
  const place = join(folder, planFolder);
  const names = (await readdir(place).catch(() => [])).filter((name) => name.endsWith(".json")).toSorted();
  const versions: PlanVersion[] = [];
  for (const name of names) {
    const file = `${planFolder}/${name}`;
    const read = parseVersion(await readFile(join(place, name), "utf8"), file);
    const before = versions.at(-1) ?? null;
    if (read.version !== versions.length + 1 || read.previous !== (before?.hash ?? null))
      throw new StudyError([{file, rule: "does not follow the version before it; bring back the file that was there"}]);
    versions.push(read);
  }
  const last = versions.at(-1);
  if (!last) return {versions, status: "unlocked", altered: plan.map(({finding}) => finding)};
  const now = planDecided(plan);
  const altered = now.filter(
    (one) => JSON.stringify(one) !== JSON.stringify(last.plan.find(({finding}) => finding === one.finding))
  );
  const gone = last.plan.filter(({finding}) => !now.some((one) => one.finding === finding));
  const changed = [...altered, ...gone].map(({finding}) => String(finding));
  return {versions, status: changed.length === 0 ? "locked" : "altered", altered: changed};
}

function parseVersion(text: string, file: string): PlanVersion {
  const parsed = version.safeParse(jsonIn(file, text));
  if (!parsed.success) {
    throw new StudyError(
      parsed.error.issues.map(({path, message}) => ({file, column: path.join(".") || undefined, rule: message}))
    );
  }
  if (planHash(parsed.data) !== parsed.data.hash)
    throw new StudyError([{file, rule: "was changed after it was locked; bring it back and lock a new version"}]);
  return parsed.data;
}
