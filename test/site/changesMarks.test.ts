import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {describeMeasures} from "../../src/evidence/measure.js";
import type {RecordedRelease, ReleaseSummary} from "../../loaders/release/history/recordedRelease.js";
import {changesMarks} from "../../loaders/site/marks/changesMarks.js";
import type {MarkInput} from "../../loaders/site/marks/markInput.js";

const {document} = new JSDOM("").window;
const words = {unit: {one: "team", many: "teams"}, person: {one: "manager", many: "managers"}};
const measures = describeMeasures([], "yen");
const release = {study: {public_microdata: undefined}};
const input = {document, release, context: {...words, measures}} as unknown as MarkInput;

const saying = (version: string, margin: number): ReleaseSummary => ({
  version,
  title: `Title ${version}`,
  findings: [],
  absent: [],
  tables: {years: {keys: ["unit_id"], columns: ["unit_id", "margin"], rows: [["D1", margin]]}},
  files: [],
  rules: {},
  plan: {status: "locked", version: 1}
});
const recorded = (number: number, summary: ReleaseSummary): RecordedRelease => ({
  number,
  on: `2026-0${number}-01`,
  ...summary
});

const first = saying("a", 0.1234567890123456);
const second = saying("b", 0.2345678901234567);
const marksOf = (summary: ReleaseSummary, history: RecordedRelease[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(changesMarks(input, {summary, history})).map(([name, mark]) => [name, JSON.stringify(mark)])
  );
const releasesIn = (marks: Record<string, string>): string[] =>
  Array.from((marks["changes.releases"] ?? "").matchAll(/>(\d|this release|2026-\d\d-01)</g), ([, text = ""]) => text);

it("changesMarks() lists the release that is shown first, the same before it is on record and after", () => {
  expect(releasesIn(marksOf(first, []))).toEqual(["1", "this release"]);
  const before = marksOf(second, [recorded(1, first)]);
  expect(releasesIn(before)).toEqual(["2", "this release", "1", "2026-01-01"]);
  expect(marksOf(second, [recorded(1, first), recorded(2, second)])).toEqual(before);
});

it("changesMarks() says days in words in its sentences: they used to be as a computer writes them", () => {
  const short = marksOf(second, [recorded(1, first)])["changes.short"];
  expect(short).toContain("Since release 1 of 1 January 2026 (data version a), ");
});

it("changesMarks() counts a release that says again what an earlier one said", () => {
  const history = [recorded(1, first), recorded(2, second)];
  expect(releasesIn(marksOf(first, history))).toEqual(["3", "this release", "2", "2026-02-01", "1", "2026-01-01"]);
});

it("changesMarks() prints the digits that tell before from now, in rows that are cards on a narrow screen", () => {
  const {"changes.figures": figures = ""} = marksOf(second, [recorded(1, first)]);
  expect(figures).toContain("12.3\u202f%");
  expect(figures).toContain("23.5\u202f%");
  expect(figures).not.toMatch(/\d\.\d{3}/);
  expect(figures).toMatch(/table-scroll cards[\s\S]*data-label=\\?"Before/);
});

const units = (rows: readonly (readonly (string | number)[])[]): ReleaseSummary => ({
  ...first,
  version: JSON.stringify(rows),
  tables: {
    department_years: {
      keys: ["department_id", "name", "fiscal_year"],
      columns: ["department_id", "name", "fiscal_year", "profit", "profit_per_head"],
      rows: rows.map((row) => [...row])
    }
  }
});

it("changesMarks() names tables, rows and figures as a reader would, and amounts without decimals", () => {
  const others = [
    ["D1", "Sales", 2013, 4000000, 100000],
    ["D2", "Support", 2012, 4000000, 100000]
  ];
  const [then, now] = [
    units([["D1", "Sales", 2012, 65129000, 1184163.64], ...others]),
    units([["D1", "Sales", 2012, 67613000, 1229327.27], ...others])
  ];
  const {"changes.figures": figures = ""} = marksOf(now, [recorded(1, then)]);
  expect(figures).toContain("Teams by year");
  expect(figures).toContain("Sales, 2012");
  expect(figures).toContain("Profit per head (yen)");
  expect(figures).toContain(">1,184,164<");
  expect(figures).not.toMatch(/department_|profit_per_head<|D1</);
});

it("changesMarks() leads from a list that is cut short to the release that it is of", () => {
  const many = (add: number): ReleaseSummary =>
    units(Array.from({length: 45}, (_, i) => [`D${i}`, `Team ${i}`, 2012, 1000 + i + add, 1]));
  const {"changes.figures": figures = ""} = marksOf(many(1), [recorded(1, many(0))]);
  expect(figures).toContain("33 more figures were restated");
  expect(figures).toMatch(/href=\\?"archive\/2026-01-01/);
  expect(figures).not.toContain("npx longview");
});

it("changesMarks() says what was read anew where nothing changed, and that figures of people are published once", () => {
  const file = {file: "session_ratings.csv", sha256: "a", rows: 100};
  const [then, now] = [
    {...first, files: [file]},
    {...first, version: "b", files: [{...file, sha256: "b", rows: 130}]}
  ];
  const {"changes.causes": causes = "", "changes.short": short = ""} = marksOf(now, [recorded(1, then)]);
  expect(short).toContain("no published figure and no finding has changed.");
  expect(causes).toContain("What was read anew");
  expect(causes).toContain("session_ratings.csv has changed: about 130 rows, 100 before.");
  expect(causes).toContain("Figures of people are published once");
});

it("changesMarks() names the mapping and the description that changed, once an earlier release kept their digests", () => {
  const sql = {file: "sql/departments.sql", sha256: "a", rows: null};
  const [then, now] = [saying("a", 0.1), {...saying("b", 0.2), files: [{...sql, sha256: "b"}]}];
  const causes = (past: ReleaseSummary): string => marksOf(now, [recorded(1, past)])["changes.causes"] ?? "";
  expect(causes({...then, files: [sql]})).toContain("sql/departments.sql has changed.");
  expect(causes(then)).not.toContain("sql/departments.sql");
});

it("changesMarks() takes a year in a key for no name", () => {
  const scale = (until: number): ReleaseSummary => ({
    ...first,
    version: String(until),
    tables: {
      survey_scales: {keys: ["measure", "until"], columns: ["measure", "until", "alpha"], rows: [["trust", until, 0.8]]}
    }
  });
  const {"changes.figures": figures = ""} = marksOf(scale(2014), [recorded(1, scale(2013))]);
  expect(figures).not.toContain("Names that changed");
});

it("changesMarks() calls rows and columns of appraisals in words, and tells an interval's ends with its estimate alone", () => {
  const effects = (estimate: number, low: number): ReleaseSummary => ({
    ...saying("a", 1),
    version: `v${estimate} ${low}`,
    tables: {rating_effects: {keys: ["years"], columns: ["years", "estimate", "low"], rows: [[-2, estimate, low]]}}
  });
  const figures = marksOf(effects(0.2, 0.1), [recorded(1, effects(0.3, 0.2))])["changes.figures"];
  expect(figures).toContain("two years before the start");
  expect(figures).not.toContain("Low");
  expect(marksOf(effects(0.25, 0.1), [recorded(1, effects(0.25, 0.2))])["changes.figures"]).toContain("Low");
});
