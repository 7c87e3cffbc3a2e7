import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {PlannedSpecification} from "../dataPackage.js";
import {AskedWrongly} from "../askedWrongly.js";
import {planDecided, planHash} from "./planHash.js";
import {planFolder, type PlanVersion, readPlanHistory} from "./planHistory.js";

export interface LockOptions {
  /** YYYY-MM-DD */
  readonly date: string;
  /** what is known of the outcomes now */
  readonly known: string;
  /** why it replaces the version before; not asked of the first */
  readonly reason?: string;
}

/**
 * Writes the study's plan as its next version. A version is never written over.
 *
 * @throws {AskedWrongly} if nothing has changed since the last version, or what was known or why it changed is not said
 */
export async function lockPlan(
  folder: string,
  plan: readonly PlannedSpecification[],
  {date, known, reason}: LockOptions
): Promise<PlanVersion> {
  const {versions, status} = await readPlanHistory(folder, plan);
  const last = versions.at(-1);
  if (plan.length === 0)
    throw new AskedWrongly("the study has no plan; write one under study.plan of datapackage.json");
  if (status === "locked")
    throw new AskedWrongly(`the plan is as in version ${versions.length}; there is nothing to lock`);
  if (isBlank(known)) throw new AskedWrongly('say what is known of the outcomes now, if only "nothing": --known');
  if (last && isBlank(reason)) throw new AskedWrongly("say why the plan is changed: --reason");
  const decided = planDecided(plan);
  const previous = last?.hash ?? null;
  const contents = {
    version: versions.length + 1,
    locked: date,
    known,
    reason: last ? (reason ?? null) : null,
    previous,
    plan: decided.map((one) => ({...one}))
  };
  const next: PlanVersion = {...contents, hash: planHash(contents)};
  await mkdir(join(folder, planFolder), {recursive: true});
  const name = `${String(next.version).padStart(2, "0")}-${date}.json`;
  await writeFile(join(folder, planFolder, name), `${JSON.stringify(next, null, 2)}\n`, {flag: "wx"});
  return next;
}

const isBlank = (text = ""): boolean => text.trim() === "";
