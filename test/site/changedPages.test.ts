import {expect, it} from "vitest";
import type {ReleaseChanges} from "../../loaders/release/history/compareReleases.js";
import {namesIn} from "../../loaders/release/history/namesIn.js";
import {changedPages} from "../../loaders/site/changedPages.js";
import {changesAsLines, changesInShort} from "../../src/words/en/changes.js";

const nothing: ReleaseChanges = {
  title: null,
  findings: [],
  renamed: [],
  tables: [],
  files: [],
  years: [],
  rules: [],
  plan: false,
  revisions: [],
  substance: false
};
const restated = {where: "department_id 10, fiscal_year 2019", called: "Brackley, 2019", column: "profit_per_head"};
const table = {
  table: "department_years",
  added: 0,
  gone: 0,
  restated: [{...restated, before: 98, after: 128}],
  columnsAdded: [],
  columnsGone: []
};
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
