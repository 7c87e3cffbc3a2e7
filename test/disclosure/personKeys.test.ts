import {describe, expect, it} from "vitest";
import {auditRelease} from "../../loaders/disclosure/auditRelease.js";
import {personKeys} from "../../loaders/disclosure/personKeys.js";
import {policyFor} from "../../loaders/disclosure/policy.js";

const keys = personKeys(["E00123", "40017", "o'hara@x.org", "R_1", "17", "Smith.J", "3"]);

describe("personKeys(keys).hiddenIn(rule)", () => {
  it.each([
    "staff_no IN (40017, 40018)",
    "mail = 'o''hara@x.org' OR id = 'R_2'",
    "id = 'r_1'",
    "note LIKE '%old-e00123-x%'",
    "session_id = 'S2015E00123'",
    '"E00123_left" IS NULL',
    "code = '00040017'",
    "ref = 'HR40017'",
    "mail LIKE 'SMITH.J@%'",
    "place = ３"
  ])("knows that %s may name somebody", (rule) => {
    expect(keys.hiddenIn(rule)).toBe(true);
  });

  it.each([
    '"Rating (1-5)" IS NULL',
    '"Item 17" IS NULL',
    "year < 2017",
    "teamwork_17 IS NULL",
    "Status <> 'Completed'"
  ])("knows that %s names nobody: a digit in a column's name used to be taken for a person's number", (rule) =>
    expect(keys.hiddenIn(rule)).toBe(false)
  );
});

it("auditRelease() stops where a unit's name or a file's has a person's key in it, and does not quote it", () => {
  const table = {
    table: "department_years",
    key: ["department_id", "fiscal_year"],
    rows: [
      {department_id: "D1", name: "Team of e00123", fiscal_year: 2011},
      {department_id: "D2", name: "Team 17", fiscal_year: 2011}
    ],
    cells: [],
    ratios: []
  };
  const twice = {...table, table: "movers", rows: [0, 1].map(() => ({department_id: "x-E00123", fiscal_year: 2011}))};
  const found = auditRelease(
    {tables: [table, twice], estimates: [], descriptions: [{files: [{file: "hr/E00123.csv"}], rules: ["Team 17"]}]},
    {policy: policyFor({thresholds: {}}), persons: personKeys(["E00123", "17"])}
  );
  const said = found.map(({message}) => message);
  expect(said).toContain("department_years: name holds keys of persons");
  expect(said).toContain("study: files holds keys of persons");
  expect(said).toHaveLength(3);
  expect(said.join("\n")).not.toMatch(/E00123/i);
});
