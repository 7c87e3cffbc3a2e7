import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import type {RecordedRelease, ReleaseSummary} from "../../loaders/release/history/recordedRelease.js";
import {changesMarks} from "../../loaders/site/marks/changesMarks.js";
import type {MarkInput} from "../../loaders/site/marks/markInput.js";

const {document} = new JSDOM("").window;
const input = {document} as MarkInput;

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

it("changesMarks() counts a release that says again what an earlier one said", () => {
  const history = [recorded(1, first), recorded(2, second)];
  expect(releasesIn(marksOf(first, history))).toEqual(["3", "this release", "2", "2026-02-01", "1", "2026-01-01"]);
});

it("changesMarks() prints six digits after the point at most, in rows that are cards on a narrow screen", () => {
  const {"changes.figures": figures = ""} = marksOf(second, [recorded(1, first)]);
  expect(figures).toContain("0.123457");
  expect(figures).not.toMatch(/\d\.\d{7}/);
  expect(figures).toMatch(/table-scroll cards[\s\S]*data-label=\\?"Before/);
});
