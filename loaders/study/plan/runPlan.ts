import {readStudy} from "../readStudy.js";
import {diffPlans} from "./diffPlans.js";
import {lockPlan} from "./lockPlan.js";
import {planDecided, type PlanDecided} from "./planHash.js";
import {type PlanHistory, readPlanHistory} from "./planHistory.js";
import {preregistration} from "./preregistration.js";

interface PlanOptions {
  readonly study: string;
  readonly json?: boolean;
}

/** `plan`: what is planned, its versions, and whether the plan is the last of them. */
export async function showPlan({study: folder, json}: PlanOptions): Promise<number> {
  const {plan} = await readStudy(folder);
  const history = await readPlanHistory(folder, plan);
  if (json)
    return print(JSON.stringify({status: history.status, altered: history.altered, plan, versions: history.versions}));
  const planned = plan.flatMap(({finding, specification, term, worthwhile}) => [
    `${finding}: ${specification}`,
    `  about ${term}; ${worthwhile} would matter`
  ]);
  const versions = history.versions.flatMap(({version, locked, known, reason, hash}) => [
    `version ${version}, ${locked}, ${hash.slice(0, 12)}`,
    `  known then: ${known}`,
    ...(reason === null ? [] : [`  why it changed: ${reason}`])
  ]);
  return print([statusOf(history), "", ...planned, ...(versions.length > 0 ? ["", ...versions] : [])].join("\n"));
}

/** `plan lock`: keeps the plan as its next version. */
export async function keepPlan({study, ...options}: PlanOptions & {known: string; reason?: string}): Promise<number> {
  const {plan} = await readStudy(study);
  const kept = await lockPlan(study, plan, {...options, date: new Date().toISOString().slice(0, 10)});
  return print(`version ${kept.version} is locked: ${kept.hash}`);
}

/** `plan diff`: from a version to another, or to the plan as it is now. */
export async function comparePlans(
  [from, to]: readonly [string | undefined, string | undefined],
  {study, json}: PlanOptions
): Promise<number> {
  const {plan} = await readStudy(study);
  const history = await readPlanHistory(study, plan);
  const before = versionOf(history, from ?? String(history.versions.length));
  const after = to === undefined ? planDecided(plan) : versionOf(history, to);
  const changes = diffPlans(before, after);
  if (json) return print(JSON.stringify(changes));
  return print(changes.length > 0 ? changes.join("\n") : "no difference");
}

/** `plan register`: the preregistration as Markdown. */
export async function printRegistration({study: folder}: PlanOptions): Promise<number> {
  const study = await readStudy(folder);
  const sections = preregistration(study, await readPlanHistory(folder, study.plan));
  const text = sections.flatMap(({heading, items}) => [
    `## ${heading}`,
    ...items.map(({item, text: said}) => `### ${item}\n\n${said}`)
  ]);
  return print([`# Preregistration: ${study.title}`, ...text].join("\n\n"));
}

function versionOf({versions}: PlanHistory, name: string): PlanDecided {
  const found = versions.find(({version}) => String(version) === name);
  if (found) return found.plan;
  const known = versions.length > 0 ? `there are 1 to ${versions.length}` : "no version is locked; run plan lock";
  throw new RangeError(`no such version of the plan: ${name}; ${known}`);
}

function statusOf({status, altered, versions}: PlanHistory): string {
  if (status === "locked") return `locked: as in version ${versions.length}`;
  const exploratory = `exploratory until it is locked: ${altered.join(", ")}`;
  return status === "unlocked"
    ? `not locked; ${exploratory}`
    : `other than in version ${versions.length}; ${exploratory}`;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
