import {worthwhileSaid} from "../../../src/findings/worthwhileSaid.js";
import {planStatus} from "../../../src/words/en/plan.js";
import {AskedWrongly} from "../askedWrongly.js";
import {printAnswer} from "../printAnswer.js";
import {nameStudy} from "../../../src/words/language.js";
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
  const study = await readStudy(folder);
  const {plan} = study;
  const history = await readPlanHistory(folder, plan);
  const {status, altered, versions} = history;
  const planned = plan.flatMap((one) => [
    `${one.finding}: ${one.specification}`,
    `  about ${one.term}; what would matter: ${worthwhileSaid(one, study)}`
  ]);
  const kept = versions.flatMap(({version, locked, known, reason, hash}) => [
    `version ${version}, ${locked}, ${hash.slice(0, 12)}`,
    `  known then: ${known}`,
    ...(reason === null ? [] : [`  why it changed: ${reason}`])
  ]);
  const said = [[planStatus({...history, last: versions.at(-1) ?? null})], planned, kept];
  const words = said.filter((part) => part.length > 0).map((part) => part.join("\n"));
  printAnswer({status, altered, plan, versions}, words.join("\n\n"), {json});
  return 0;
}

/** `plan lock`: keeps the plan as its next version. */
export async function keepPlan({
  study,
  json,
  ...options
}: PlanOptions & {known: string; reason?: string}): Promise<number> {
  const {plan} = await readStudy(study);
  const kept = await lockPlan(study, plan, {...options, date: new Date().toISOString().slice(0, 10)});
  printAnswer(kept, `version ${kept.version} is locked: ${kept.hash}`, {json});
  return 0;
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
  printAnswer(changes, changes.join("\n") || "no difference", {json});
  return 0;
}

/** `plan register`: the preregistration as Markdown. */
export async function printRegistration({study: folder, json}: PlanOptions): Promise<number> {
  const study = await readStudy(folder);
  nameStudy(study);
  const sections = preregistration(study, await readPlanHistory(folder, study.plan));
  const text = sections.flatMap(({heading, items}) => [
    `## ${heading}`,
    ...items.map(({item, text: said}) => `### ${item}\n\n${said}`)
  ]);
  printAnswer(sections, [`# Preregistration: ${study.title}`, ...text].join("\n\n"), {json});
  return 0;
}

function versionOf({versions}: PlanHistory, name: string): PlanDecided {
  const found = versions.find(({version}) => String(version) === name);
  if (found) return found.plan;
  const known = versions.length > 0 ? `there are 1 to ${versions.length}` : "no version is locked; run plan lock";
  throw new AskedWrongly(`no such version of the plan: ${name}; ${known}`);
}
