import {describe, expect, it} from "vitest";
import {compareReleases, type ReleaseChanges} from "../../loaders/release/history/compareReleases.js";
import {namesIn} from "../../loaders/release/history/namesIn.js";
import {changedPages} from "../../loaders/site/changedPages.js";
import type {Cell} from "../../src/released/cell.js";
import {causesOf, changesAsLines, changesInShort} from "../../src/words/en/changes.js";
import {keyCalled} from "../../src/words/en/restated.js";

const nothing: ReleaseChanges = {
  title: null,
  findings: [],
  renamed: [],
  merged: [],
  tables: [],
  files: [],
  years: [],
  rules: [],
  plan: false,
  revisions: [],
  closed: [],
  substance: false
};
const restated = {where: "department_id 10, fiscal_year 2019", called: "Brackley, 2019", column: "profit_per_head"};
const table = {
  table: "department_years",
  added: 0,
  gone: 0,
  restated: [{...restated, before: 98, after: 128}],
  first: 0,
  columnsAdded: [],
  columnsGone: []
};
const act = (source: "activity" | "survey") => ({source, period: 2025, on: "2026-11-30"});
const has = new Set(["departments", "department_years", "findings.departments"]);

it("changedPages(changes, has) names pages that the site has: it used to name every finding's that reads the table", async () => {
  const all = ["index.html", "findings/departments.html", "explore.html", "data.html", "changes.html"];
  expect(await changedPages({...nothing, tables: [table]}, has)).toEqual(all);
  expect(await changedPages({...nothing, renamed: [{before: "Selby", after: "Riverside"}]}, has)).toEqual(all);
});

it("changedPages(a file alone) names the data page, which lists the files", async () => {
  const file = {file: "log.csv", change: "changed", before: 100, after: 130} as const;
  expect(await changedPages({...nothing, files: [file]}, has)).toEqual(["data.html", "changes.html"]);
});

it("changesAsLines(changes, {names}) calls rows, tables and findings as readers do: it used to print keys", () => {
  const names = namesIn({unit: {one: "shop", many: "shops"}, person: {one: "nurse", many: "nurses"}, programme: "it"});
  const finding = {finding: "departments", what: "certainty", before: "low", after: "very low"} as const;
  const lines = changesAsLines({...nothing, tables: [table], findings: [finding]}, {names});
  expect(lines).toContain("shops, how sure we are: low -> very low");
  expect(lines).toContain("Shops by year: 1 figure restated");
  expect(lines).toContain("  Brackley, 2019: profit per head 98 -> 128");
});

it("changesInShort() names a new year: it used to count the rows that came with it", () => {
  expect(changesInShort({...nothing, years: [2022], tables: [{...table, added: 28}]})).toBe(
    "One published figure was restated and the year 2022 was added."
  );
});

it("causesOf() names what was closed, and tells first publications from restated figures: it used to blame the program", () => {
  const closed = [
    {source: "activity", period: 2025},
    {source: "survey", period: 2025}
  ];
  const changes = {...nothing, closed, tables: [{...table, restated: [], first: 12}]};
  expect(causesOf(changes)).toEqual([
    "The year 2025 was closed for participation and the survey: its figures are published for the first time."
  ]);
  expect(changesInShort(changes)).toBe("12 figures were published for the first time.");
});

describe("compareReleases()", () => {
  const finished = {version: "a", title: "", findings: [], absent: [], files: [], rules: {}};
  const plan = {status: "none", version: 0};
  const of = (keys: string[], columns: string[], rows: Cell[][]) => ({
    ...finished,
    plan,
    tables: {t: {keys, columns, rows}}
  });

  it("counts what waited for its period's close apart from restated figures", () => {
    const waits = {suppressed: "its period is not closed yet"};
    const columns = ["department_id", "managers", "stock", "profit"];
    const before = of(["department_id"], columns, [["D1", waits, null, 5]]);
    const after = {...of(["department_id"], columns, [["D1", 15, 0.5, 6]]), closed: [act("survey"), act("activity")]};
    const [changed] = compareReleases({...before, closed: [act("survey")]}, after).tables;
    expect([changed?.first, changed?.restated.map(({column}) => column)]).toEqual([2, ["profit"]]);
    expect(compareReleases({...before, closed: [act("survey")]}, after).closed).toEqual([
      {source: "activity", period: 2025}
    ]);
    expect(compareReleases({...before, on: "2026-12-01"}, after).closed).toEqual([]);
  });

  it("names units that are published together now, and why: only rows that were gone used to be told", () => {
    const columns = ["department_id", "name", "profit"];
    const before = of(["department_id", "name"], columns, [
      ["D1", "Selby", 1],
      ["D2", "Goole", 2],
      ["D3", "York", 3]
    ]);
    const after = of(["department_id", "name"], columns, [
      ["D1+D2", "Selby and Goole", 3],
      ["D3", "York", 3]
    ]);
    const changes = compareReleases(before, after);
    expect(changes.merged).toEqual([{before: ["Selby", "Goole"], after: "Selby and Goole"}]);
    expect(causesOf(changes)).toEqual([
      "Selby and Goole are published together: alone, one had too few people in a year."
    ]);
  });
});

it("changesAsLines() calls columns and characteristics as readers do: it used to print icc1 and z before", () => {
  const names = namesIn({unit: {one: "shop", many: "shops"}, person: {one: "nurse", many: "nurses"}, programme: "it"}, [
    {name: "absent", label: "days lost to absence"}
  ]);
  const cell = (called: string, column: string) => ({where: "", called, column, before: 1, after: 2});
  const cells = [cell("Selby", "absent"), cell("teamwork", "icc1")];
  const lines = changesAsLines({...nothing, tables: [{...table, restated: cells}]}, {names});
  expect(lines).toContain("  Selby: days lost to absence 1 -> 2");
  expect(lines).toContain("  teamwork: Share of variance between units (ICC(1)) 1 -> 2");
  expect(keyCalled("covariate", "z_before")).toBe("last rating");
});
