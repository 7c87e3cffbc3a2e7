import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {lineageMarks} from "../../loaders/site/marks/lineageMarks.js";
import type {MarkInput} from "../../loaders/site/marks/markInput.js";

const report = {
  study: {personalData: {purpose: "this evaluation", retention: "two years", until: "2029-03-31"}},
  files: ["answers.csv", "accounts.csv", "notes.csv", "sign-ins.csv"].map((file) => ({file})),
  lineage: [
    {file: "answers.csv", table: "survey_responses", persons: true},
    {file: "accounts.csv", table: "department_years", persons: false},
    {file: "sign-ins.csv", table: "participation_years", persons: true}
  ],
  leftOut: [{mapping: "sql/survey_responses.sql", file: "answers.csv", rule: "mark IS NULL", rows: 25}],
  uncounted: [],
  checks: [{rule: "a stay ends before it begins", table: "assignments", severity: "error", broken: 0, allowed: 0}]
};

function pageOf(changes: object = {}): (name: string) => string[] {
  const {document} = new JSDOM("").window;
  const findings = {value: {findings: [{id: "departments"}]}};
  const input = {
    release: {report: {value: {...report, ...changes}}, findings},
    context: {unit: {one: "department", many: "departments"}, person: {one: "manager", many: "managers"}},
    tables: new Map([["department_years", {}]]),
    document
  } as unknown as MarkInput;
  const marks = lineageMarks(input);
  return (name) => {
    const mark = marks[name];
    const place = new JSDOM(mark && "html" in mark ? mark.html : "").window.document;
    return [...place.querySelectorAll("tbody th, tbody td, p")].map((cell) => cell.textContent ?? "");
  };
}

it("lineageMarks() leads from each file to what is made, published and found of it", () => {
  const cells = pageOf()("data.lineage");
  expect(cells.slice(0, 3)).toEqual(["answers.csv", "survey_responses", "nothing"]);
  expect(cells.slice(4, 8)).toEqual(["accounts.csv", "department_years", "department_years", "Departments"]);
  expect(cells.slice(8, 12)).toEqual(["notes.csv", "none", "nothing", "none"]);
  expect(cells.slice(12), "participation, which used to lead to nothing").toEqual([
    "sign-ins.csv",
    "participation_years",
    "department_years",
    "Departments"
  ]);
});

it("lineageMarks() says which rows are left out by which rule, whether tables agree, and what is due for deletion", () => {
  const said = pageOf();
  expect(said("data.leftOut")).toEqual(["answers.csv", "sql/survey_responses.sql", "mark IS NULL", "25"]);
  expect(said("data.checks").slice(2)).toEqual(["stops a release", "0", "0"]);
  expect(said("data.personal").join(" ")).toMatch(
    /in answers\.csv, sign-ins\.csv\. .*this evaluation.*after 31 March 2029/
  );
  expect(pageOf({lineage: []})("data.personal")).toEqual(["No table of persons is made from these files."]);
  expect(pageOf({study: {}})("data.personal").join(" ")).toMatch(/does not say why they are kept/);
});

it("lineageMarks() names the mappings whose rows cannot be counted: it used to say that none leaves rows out", () => {
  const uncounted = [{mapping: "sql/attendance.sql", file: "lms.csv"}];
  expect(pageOf({uncounted})("data.leftOut").join(" ")).toContain("sql/attendance.sql");
});
