import {expect, it} from "vitest";
import {alsoSaid} from "../../loaders/site/marks/alsoSaid.js";
import type {MarkInput} from "../../loaders/site/marks/markInput.js";
import {describeMeasures} from "../../src/evidence/measure.js";

const rows = [2015, 2016].map((year) => ({
  department_id: "1",
  division: "All",
  fiscal_year: year,
  measure: "trust",
  mean: 3 + (year - 2015) / 10,
  respondents: 40,
  negative_control: false
}));
const measures = describeMeasures(
  [{name: "trust", label: "Trust", unit: "points", direction: "higher", role: "outcome"}],
  "yen"
);
const said = (purpose?: {label: string; measures: string[]}): string =>
  alsoSaid("engagement", {
    context: {
      programme: "the course",
      unit: {one: "department", many: "departments"},
      person: {one: "manager", many: "managers"},
      assignment: {how: "voluntary", what: "none", exposure: null, record: null},
      programmeYears: [2015, 2016],
      measures,
      purpose
    },
    tables: new Map([["survey_measures", {rows, suppressed: {}}]])
  } as unknown as Pick<MarkInput, "context" | "tables">);

it("alsoSaid() tells scores over the years of what a study's purpose names, and nothing where it names none", () => {
  expect(said({label: "trust", measures: ["trust"]})).toContain("the average of trust went from 3.00 in 2015 to 3.10");
  // it used to say "the average of  went from"
  expect(said()).toBe("");
});
