import {mkdtemp, readFile, readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {PlannedSpecification} from "../../../loaders/study/dataPackage.js";
import {diffPlans} from "../../../loaders/study/plan/diffPlans.js";
import {lockPlan} from "../../../loaders/study/plan/lockPlan.js";
import {planDecided} from "../../../loaders/study/plan/planHash.js";
import {readPlanHistory} from "../../../loaders/study/plan/planHistory.js";

const planned = (finding: PlannedSpecification["finding"], specification: string): PlannedSpecification => ({
  finding,
  dated: "2026-11-01",
  specification,
  term: "participation",
  worthwhile: 0.01
});
const first = [planned("departments", "margin ~ participation | department_id + fiscal_year")];
const second = [planned("departments", "margin ~ participation")];
const place = (): Promise<string> => mkdtemp(join(tmpdir(), "longview-plan-"));

describe("lockPlan(folder, plan, options)", () => {
  it("keeps every version, with its date, what was known, why, and the hash of the one before", async () => {
    const folder = await place();
    const one = await lockPlan(folder, first, {date: "2026-11-01", known: "nothing"});
    const two = await lockPlan(folder, second, {date: "2026-11-02", known: "the margins", reason: "too few years"});
    expect(one).toMatchObject({version: 1, reason: null, previous: null});
    expect(two).toMatchObject({version: 2, reason: "too few years", previous: one.hash});
    expect(await readdir(join(folder, "plan"))).toEqual(["01-2026-11-01.json", "02-2026-11-02.json"]);
    expect(await readPlanHistory(folder, second)).toMatchObject({status: "locked", altered: []});
    expect(await readPlanHistory(folder, first)).toMatchObject({status: "altered", altered: ["departments"]});
  });

  it("refuses a change without a reason, and a version like the last", async () => {
    const folder = await place();
    await lockPlan(folder, first, {date: "2026-11-01", known: "nothing"});
    await expect(lockPlan(folder, second, {date: "2026-11-02", known: "much"})).rejects.toThrow(/--reason/);
    await expect(lockPlan(folder, first, {date: "2026-11-02", known: "much"})).rejects.toThrow(/nothing to lock/);
  });
});

it("lockPlan() refuses a blank known or reason, as the reader does", async () => {
  const folder = await place();
  for (const known of ["", "  \n"])
    await expect(lockPlan(folder, first, {date: "2026-11-01", known})).rejects.toThrow(/--known/);
  await lockPlan(folder, first, {date: "2026-11-01", known: "nothing"});
  const blank = lockPlan(folder, second, {date: "2026-11-02", known: "much", reason: " "});
  await expect(blank).rejects.toThrow(/--reason/);
  expect(await readdir(join(folder, "plan"))).toHaveLength(1);
});

describe("readPlanHistory(folder, plan)", () => {
  it("calls a plan without a version unlocked, and one with a finding more or less altered", async () => {
    const folder = await place();
    expect(await readPlanHistory(folder, first)).toMatchObject({status: "unlocked", altered: ["departments"]});
    await lockPlan(folder, first, {date: "2026-11-01", known: "nothing"});
    const more = [...first, planned("engagement", "mean ~ participation")];
    expect(await readPlanHistory(folder, more)).toMatchObject({status: "altered", altered: ["engagement"]});
    expect(await readPlanHistory(folder, [])).toMatchObject({status: "altered", altered: ["departments"]});
  });

  it("refuses a version that was changed, or taken away, after it was locked", async () => {
    const folder = await place();
    await lockPlan(folder, first, {date: "2026-11-01", known: "nothing"});
    await lockPlan(folder, second, {date: "2026-11-02", known: "the margins", reason: "too few years"});
    const [one = "", two = ""] = await readdir(join(folder, "plan"));
    const file = join(folder, "plan", one);
    const text = await readFile(file, "utf8");
    for (const [from, to] of [
      ["nothing", "anything"],
      ["2026-11-01", "2026-10-01"],
      ["0.01", "0.001"]
    ] as const) {
      await writeFile(file, text.replace(from, to));
      await expect(readPlanHistory(folder, second)).rejects.toThrow(/01-2026-11-01\.json: was changed/);
    }
    await writeFile(file, await readFile(join(folder, "plan", two), "utf8"));
    await expect(readPlanHistory(folder, second)).rejects.toThrow(/does not follow/);
  });
});

it("diffPlans(before, after) names finding, key, before and after", () => {
  expect(diffPlans(planDecided(first), planDecided(second))).toEqual([
    "departments: specification was margin ~ participation | department_id + fiscal_year, is margin ~ participation"
  ]);
  expect(diffPlans(planDecided(first), [])).toEqual([
    "departments: no longer planned, was margin ~ participation | department_id + fiscal_year"
  ]);
});
