/** Every rule of every released table, taken away one at a time: each removal is refused, and none of them compiles. */
import {beforeAll, describe, expect, it, vi} from "vitest";
import {releaseDescription} from "../../loaders/disclosure/releaseDescription.js";
import {releaseDerived, releaseDerivedTable} from "../../loaders/disclosure/releaseDerived.js";
import * as rows from "../../loaders/disclosure/releaseRows.js";
import {releaseStudy, type AuditedRelease} from "../../loaders/release/releaseStudy.js";
import {tableModules} from "../../loaders/release/tableModules.js";
import type {ColumnRule, Row} from "../../loaders/disclosure/columnRule.js";
import {nameStudy, studyKept} from "../../src/words/language.js";

vi.mock("../../loaders/disclosure/releaseRows.js", {spy: true});

interface Call {
  readonly table: string;
  readonly rows: readonly Row[];
  readonly columns: Readonly<Record<string, ColumnRule>>;
  readonly key: readonly string[];
}

let release: AuditedRelease;
const calls = new Map<string, Call>();

beforeAll(async () => {
  nameStudy({words: {division: {one: "another study's word", many: "another study's words"}}});
  release = await releaseStudy("data/fujitsu-ssl");
  for (const [taken, columns, options] of vi.mocked(rows.releaseRows).mock.calls) {
    const {table = "", key = []} = options ?? {};
    calls.set(`${table} ${Object.keys(columns).length}`, {table, rows: taken.slice(0, 3), columns, key});
  }
}, 240_000);

it("releaseStudy() speaks of its own study, whichever was spoken of before", () => {
  expect(studyKept().words).toEqual(release.study.words);
  expect(JSON.stringify(release.findings.value)).not.toContain("another study's");
});

describe("a released table", () => {
  it("declares what every column is of", () => {
    expect([...release.tables.keys()].toSorted()).toEqual(
      [...Object.values(tableModules).map(({name}) => name), "module_means"].toSorted()
    );
    for (const [name, {provenance, value}] of release.tables) {
      const columns = "columns" in provenance ? Object.keys(provenance.columns ?? {}) : [];
      expect(columns, name).toEqual(expect.arrayContaining(Object.keys(value.rows[0] ?? {})));
    }
  });

  it("is refused without any one of its rules, or of their parts", async () => {
    const lines: string[] = [];
    for (const {table, rows: taken, columns, key} of calls.values()) {
      for (const [column, rule] of Object.entries(columns)) {
        const attempt = (mutant: unknown): string => {
          try {
            rows.releaseRows(taken, {...columns, [column]: mutant} as Readonly<Record<string, ColumnRule>>, {
              table,
              key
            });
            return "PUBLISHED";
          } catch (error) {
            return error instanceof RangeError ? "refused" : "FAILED";
          }
        };
        const parts = Object.keys(rule);
        const ends = [
          attempt(undefined),
          attempt({}),
          ...parts.map((part) => attempt(Object.fromEntries(Object.entries(rule).filter(([name]) => name !== part))))
        ];
        expect(new Set(ends), `${table} ${column}`).toEqual(new Set(["refused"]));
        lines.push(`| ${table} | ${column} | ${rule.kind} | ${parts.join(", ")} | ${ends.length} refused |`);
      }
    }
    expect(lines.length).toBeGreaterThan(60);
    const table = ["| table | column | kind | declares | removed in turn |", "| --- | --- | --- | --- | --- |"];
    await expect([...table, ...lines.toSorted(), ""].join("\n")).toMatchFileSnapshot("../output/declared.md");
  });

  it("shows no number as a name", () => {
    expect(() => rows.releaseRows([{n: 7}], {n: {kind: "key"}})).toThrow(/column of numbers declared as a key/);
  });
});

describe("what does not compile", () => {
  it("is a rule without its parts, a derivation without sources, a description of anything", () => {
    const mistakes = [
      // @ts-expect-error a column without a rule
      () => rows.releaseRows([], {n: {}}),
      // @ts-expect-error a magnitude without its unit and grain
      () => rows.releaseRows([], {n: {kind: "finance"}}),
      // @ts-expect-error a count of persons that is not rounded
      () => rows.releaseRows([], {n: {kind: "headcount", unit: "people", grain: 1}}),
      // @ts-expect-error a mean of persons without its minimum and precision
      () => rows.releaseRows([], {n: {kind: "survey", unit: "respondents", persons: "n", statistic: "mean", grain: 1}}),
      // @ts-expect-error a derivation without sources
      () => releaseDerived({a: 1}),
      // @ts-expect-error a table derived without declaring its columns
      () => releaseDerived({rows: [], suppressed: {}}, release.findings),
      // @ts-expect-error a derived table without sources
      () => releaseDerivedTable([{a: 1}], {a: {kind: "model", unit: "points"}}),
      // @ts-expect-error a description of which nobody says what it is
      () => releaseDescription({a: 1})
    ];
    expect(mistakes).toHaveLength(8);
    expect(mistakes[0]).toThrow(/column without a rule/);
    expect(() => releaseDescription({a: 1, b: 2}, {a: "names and rules"} as never)).toThrow(/undeclared part.*: b/);
    expect(() => releaseDerivedTable([{a: 1}], {a: {kind: "model", unit: "points"}}, [])).toThrow(/without sources/);
  });
});
