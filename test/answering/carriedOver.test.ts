import {describe, expect, it} from "vitest";
import {askedPlan} from "../../src/answering/askedPlan.js";
import type {PlannedInput} from "../../src/answering/choice.js";
import {evidenceContext} from "../../src/evidence/evidenceContext.js";
import {planOf} from "../../src/evidence/planOf.js";
import {study} from "../explore/releasedFixture.js";

const rows = [1, 2, 3, 4].map((i) => ({
  fiscal_year: 2010 + i,
  division: i > 2 ? "A" : "B",
  participation: i / 10,
  stock: i / 5,
  margin: i / 100,
  profit: 7 * i
}));
const input: PlannedInput = {
  plan: planOf({...study.plan[0]!, worthwhile: 0.01}),
  context: evidenceContext({
    ...study,
    words: {...study.words, person: {one: "manager", many: "managers"}, programme: "coaching"},
    assignment: "voluntary"
  } as never),
  tables: new Map([["department_years", {rows, suppressed: {}}]])
};
const worthwhile = (chosen: object): number =>
  askedPlan({table: "department_years", choices: []}, chosen, input).plan.worthwhile;

describe("what matters, carried over to another measure", () => {
  it("is as many standard deviations of the other outcome", () => {
    expect(worthwhile({outcome: "profit"})).toBeCloseTo(0.01 * 700, 10);
  });

  it("is as much smaller as the other exposure varies more", () => {
    expect(worthwhile({definition: "stock"})).toBeCloseTo(0.01 / 2, 10);
  });

  it("is the plan's own where the measures are, whatever rows are left", () => {
    expect([{}, {line: "A"}, {from: "2012"}, {adjusted: "no"}].map(worthwhile)).toEqual(Array(4).fill(0.01));
  });

  it("stays the plan's where the other measure never varies, or is missing", () => {
    expect(worthwhile({outcome: "fiscal"})).toBe(0.01);
  });
});
