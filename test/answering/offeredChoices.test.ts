import {describe, expect, it} from "vitest";
import type {PlannedInput} from "../../src/answering/choice.js";
import {offeredChoices} from "../../src/answering/offeredChoices.js";
import {evidenceContext} from "../../src/evidence/evidenceContext.js";
import {planOf} from "../../src/evidence/planOf.js";
import {study} from "../explore/releasedFixture.js";

const words = {...study.words, person: {one: "pupil", many: "pupils"}, programme: "small classes"};

function inputOf(division?: {one: string; many: string}): PlannedInput {
  const rows = [10, 2, 1].map((school) => ({division: `School ${school}`, fiscal_year: 1985, margin: school}));
  return {
    plan: planOf(study.plan[0]!),
    context: evidenceContext({...study, words: {...words, division}, assignment: "randomised"} as never),
    tables: new Map([["classes", {rows, suppressed: {}}]])
  };
}

describe("offeredChoices({choices: [line]}, input)", () => {
  const line = (input: PlannedInput) => offeredChoices({table: "classes", choices: ["line"]}, input)[0]!;

  it("calls divisions by the study's own word, and counts with their names: 2 comes before 10", () => {
    const {label, options} = line(inputOf({one: "school", many: "schools"}));
    expect([label, ...options.map((one) => one.label)]).toEqual([
      "School",
      "All schools",
      "School 1",
      "School 2",
      "School 10"
    ]);
  });

  it("calls them divisions where the study has no word for them", () => {
    const {label, options} = line(inputOf());
    expect([label, options[0]?.label]).toEqual(["Division", "All divisions"]);
  });
});

describe("offeredChoices({choices: [outcome, definition]}, input)", () => {
  it("offers nothing that the plan adjusts for, which would be compared with itself", () => {
    const {context} = inputOf();
    const rows = [1, 2, 3].map((i) => ({fiscal_year: 2010 + i, margin: i, profit: i * i, revenue: 7 - i}));
    const input = (specification: string): PlannedInput => ({
      plan: planOf({specification, term: "participation", worthwhile: 1}),
      context,
      tables: new Map([["department_years", {rows, suppressed: {}}]])
    });
    const outcomes = (specification: string) =>
      offeredChoices({table: "department_years", choices: ["outcome"]}, input(specification)).flatMap(({options}) =>
        options.map(({value}) => value)
      );
    expect(outcomes("margin ~ participation")).toEqual(["margin", "profit", "revenue"]);
    expect(outcomes("margin ~ participation + l(profit, 1)")).toEqual(["margin", "revenue"]);
  });
});
