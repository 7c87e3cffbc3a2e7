import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

describe("readStudy() refuses", () => {
  it.each([
    ["an unknown property of study", {study: {profits: 1}}, /Unrecognized key|profits/],
    ["an assignment that is no assignment", {study: {assignment: "chosen"}}, /study\.assignment/],
    [
      "a claim about no finding",
      {study: {claims: {source: "A", items: [{finding: "profits", claim: "They rose."}]}}},
      /study\.claims\.items\.0\.finding/
    ],
    ["an exposure of no kind", {study: {exposure: {kind: "some", one: "a grant"}}}, /study\.exposure\.kind/],
    ["two plans for one finding", {study: {plan: [plan(), plan()]}}, /one primary specification/],
    [
      "a plan whose term is misspelt",
      {study: {plan: [plan({term: "particpation"})]}},
      /study\.plan\.0\.term: particpation is no term of the specification\. Did you mean participation\?/
    ],
    [
      "a plan whose column is misspelt",
      {study: {plan: [plan({specification: "margn ~ participation"})]}},
      /plan\.0\.specification: there is no column margn for departments\. Did you mean margin\?/
    ],
    [
      "a plan whose fixed effects are not there",
      {study: {plan: [plan({specification: "margin ~ participation | department + fiscal_year"})]}},
      /no column department for departments/
    ],
    [
      "a plan that is no formula",
      {study: {plan: [plan({specification: "margin participation"})]}},
      /not a formula\. Invalid/
    ],
    ["a plan's errors, which are by unit", {study: {plan: [plan({vcov: "iid"})]}}, /vcov/],
    [
      "an outcome that is another finding's",
      {study: {plan: [plan({finding: "managers", specification: "tenure ~ started", term: "started"})]}},
      /the outcome for managers is not tenure\. Name z or z_after on the left/
    ],
    ["a measure that the contract has", {study: {measures: [measure("profit")]}}, /column of the contract already/],
    [
      "a law whose values are called something else than 0 or 1",
      {
        study: {
          exposure: {kind: "law", one: "the law"},
          measures: [{...measure("law"), unit: "law", role: "exposure"}],
          plan: [plan({specification: "margin ~ law | department_id + fiscal_year", term: "law", worthwhile: 0.01})]
        }
      },
      /study\.measures\.0\.unit: an exposure of the kind law has the unit "0 or 1"\. Bring 0 and 1/
    ],
    [
      "a share in percent, of which a step of ten points would be a thousand",
      {
        study: {
          exposure: {kind: "share", one: "coverage"},
          measures: [{...measure("coverage"), unit: "percent", role: "exposure"}],
          plan: [plan({specification: "margin ~ coverage | department_id", term: "coverage", worthwhile: 0.01})]
        }
      },
      /study\.measures\.0\.unit: an exposure of the kind share has the unit "share"\. Bring values from 0 to 1/
    ],
    [
      "a margin's worthwhile in percentage points",
      {study: {plan: [plan({worthwhile: 1})]}},
      /plan\.0\.worthwhile: margin is a share, and no difference of it is as large\. Give a share/
    ],
    [
      "an amount of money where a correlation is asked for: everything used to be too small to matter",
      {
        study: {
          plan: [plan({finding: "organisation", specification: "d(profit) ~ d(participation)", worthwhile: 1_000_000})]
        }
      },
      /no correlation is as large\. Give a correlation of yearly changes, such as 0\.5/
    ],
    [
      "a measure that is calculated: it used to be added to the calculated one, a hundredfold apart",
      {study: {measures: [measure("margin")]}},
      /margin is calculated already, as a share, from profit and revenue\. Leave it out here and in the SQL/
    ],
    [
      "a measure that is called as tables call a row's unit: it used to stand in the name's place",
      {study: {measures: [measure("name")]}},
      /name is what published tables call a row's key, or what is told of a row\. Call it otherwise/
    ],
    [
      "a misspelt property",
      {resource: {tolerence: 1}},
      /resources\.1\.tolerence: not a known property\. Did you mean tolerance\?/
    ],
    [
      "a misspelt key",
      {resource: {schema: {fields: [{name: "department_id"}], primarykey: "department_id"}}},
      /schema\.primarykey: not a known property\. Did you mean primaryKey\?/
    ],
    [
      "a part of the standard that is not enforced",
      {resource: {schema: {fields: [{name: "department_id", bareNumber: false}]}}},
      /fields\.0\.bareNumber: part of the standard, and not supported here\. Declare currencyMark or percent/
    ],
    [
      "published errors of no kind",
      {
        study: {
          plan: [{...plan(), published: {citation: "A", vcov: "banana", terms: [{term: "x", estimate: "1", se: "1"}]}}]
        }
      },
      /plan\.0\.published\.vcov: one of/
    ],
    ["a workbook's range of a text", {resource: {dialect: {range: "A1:B2"}}}, /dialect\.range: only for workbooks/],
    [
      "a reference to a field that is not there",
      {
        resource: {
          schema: {
            fields: [{name: "department_id"}],
            foreignKeys: [{fields: "department_id", reference: {resource: "departments", fields: "id"}}]
          }
        }
      },
      /no such field in departments: id/
    ],
    ["a path out of the folder", {resource: {path: "../secret.csv"}}, /inside the study's folder/],
    [
      "a key that is no field",
      {resource: {schema: {fields: [{name: "department_id"}], primaryKey: "nothing"}}},
      /no such field: nothing/
    ]
  ])("%s", async (_, options, message) => {
    const {folder} = await tinyStudy(options);
    await expect(readStudy(folder)).rejects.toThrow(message);
  });

  it("an empty object", async () => {
    const {folder} = await tinyStudy();
    await writeFile(join(folder, "datapackage.json"), "{}");
    await expect(readStudy(folder)).rejects.toThrow(/datapackage\.json, column name: missing\. Declare it\./);
  });

  it("a folder without datapackage.json", async () => {
    await expect(readStudy("test/study")).rejects.toThrow(/datapackage\.json: the file is missing/);
  });
});

describe("readStudy()", () => {
  it.each(["data/jtrain", "data/us-fatalities", "data/star", "data/fujitsu-ssl"])("reads %s", async (folder) => {
    const study = await readStudy(folder);
    expect(study.tables).toContain("department_years");
  });

  it("lists the tables that a study has", async () => {
    const {folder} = await tinyStudy();
    expect((await readStudy(folder)).tables).toEqual(["departments", "department_years"]);
  });
});

function plan(more: object = {}): object {
  const specification = "margin ~ participation";
  return {finding: "departments", dated: "2020-01-01", specification, term: "participation", worthwhile: 1, ...more};
}

function measure(name: string): Record<string, unknown> {
  return {name, table: "department_years", label: name, unit: "", direction: "higher", role: "outcome"};
}
