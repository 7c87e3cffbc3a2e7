/** Each kind of disclosure, planted once in a table that is sound without it. */
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {personKeys} from "../../loaders/disclosure/personKeys.js";
import {AuditError, auditRelease} from "../../loaders/disclosure/auditRelease.js";
import {behindOf} from "../../loaders/disclosure/behind.js";
import {pinnedCells} from "../../loaders/disclosure/audit/pinnedCells.js";
import type {AuditFinding} from "../../loaders/disclosure/audit/auditFinding.js";
import {policyFor} from "../../loaders/disclosure/policy.js";
import type {Released} from "../../loaders/disclosure/released.js";
import {releaseEstimate} from "../../loaders/disclosure/releaseEstimate.js";
import {releaseRows} from "../../loaders/disclosure/releaseRows.js";
import {meanStep, roundTo, toStep} from "../../loaders/disclosure/round.js";
import {pearson} from "../../src/stats/association/pearson.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {key, ruleOf} from "../disclosure/ruleOf.js";
import type {PersonsRule, Row} from "../../loaders/disclosure/columnRule.js";

const policy = policyFor({thresholds: {}});

/** The mean of a scale of 1 to 5, of departments joined by plus signs, of so many respondents each. */
function survey(
  table: string,
  groups: Readonly<Record<string, number>>,
  rule: Partial<PersonsRule> = {}
): Released<object> {
  const rows: Row[] = Object.keys(groups).map((name) => {
    const parts = partsOf(name);
    const n = Object.values(parts).reduce((sum, one) => sum + one, 0);
    return {name, n, mean: Math.round((2.9 + 0.03 * name.length) * n) / n};
  });
  return releaseRows(
    rows,
    {
      name: key,
      n: ruleOf({statistic: "count", round: toStep(5)}),
      mean: ruleOf({range: [1, 5], grain: 1, round: (x, n) => roundTo(x, meanStep(n)), ...rule})
    },
    {table, key: ["name"], group: ({name}) => ({of: "2019", parts: partsOf(String(name))})}
  );
  function partsOf(name: string): Record<string, number> {
    return Object.fromEntries(name.split("+").map((part) => [part, groups[part] ?? extra[part] ?? 0]));
  }
}

const extra: Readonly<Record<string, number>> = {a: 12, b: 30, c: 4, d: 25};

/** What the audit said last, and what it said of each violation that was planted. */
let said: readonly AuditFinding[] = [];
const planted: string[] = [];

const auditOf: typeof auditRelease = (behind, options) => {
  const found = auditRelease(behind, options);
  if (found.length > 0) said = found;
  return found;
};

const audit = (...released: Released<unknown>[]): readonly AuditFinding[] =>
  auditOf(behindOf(released), {policy, persons: personKeys(["M001"])});

const exact: Partial<PersonsRule> = {round: (x) => roundTo(x, 0.001)};

describe("auditRelease() finds nothing in", () => {
  it("groups that don't overlap, each to its precision", () => {
    expect(audit(survey("units", {a: 12, b: 30, d: 25}))).toEqual([]);
  });

  it("a total of which what is left over is too many to matter", () => {
    expect(audit(survey("units", {a: 12, b: 30}), survey("lines", {"a+b+d": 67}))).toEqual([]);
  });
});

describe("auditRelease() stops", () => {
  beforeEach(() => {
    said = [];
  });

  afterEach(({task}) => {
    planted.push(...said.map(({check, message}) => `| ${task.name} | ${check} | ${message} |`));
  });

  it("two groups that leave too few between them", () => {
    const [finding] = audit(survey("units", {b: 30}, exact), survey("lines", {"b+c": 34}, exact)).filter(
      ({check}) => check === "differencing"
    );
    expect(finding).toMatchObject({check: "differencing", groups: ["b+c", "b"]});
    expect(finding?.message).toBe("mean: lines b+c less units b leaves fewer than 10");
  });

  it("groups that overlap but for too few on either side", () => {
    const found = audit(survey("one", {"b+c": 34}, exact), survey("other", {"b+e": 30}, exact));
    expect(found.map(({check}) => check)).toContain("differencing");
  });

  it("a total less all the groups published inside it", () => {
    const found = audit(survey("units", {a: 12, b: 30}, exact), survey("lines", {"a+b+c": 46}, exact));
    expect(found.filter(({check}) => check === "differencing").map(({groups}) => groups)).toContainEqual([
      "a+b+c",
      "a",
      "b"
    ]);
  });

  it("a mean of so few to so many digits that it tells their total", () => {
    const found = audit(survey("units", {a: 12}, {round: (x) => roundTo(x, 0.01)}));
    expect(found).toEqual([
      {
        check: "inversion",
        table: "units",
        groups: ["a"],
        cells: ["units / a / mean"],
        message: "units a: mean tells the exact total"
      }
    ]);
  });

  it("a standard deviation that tells the sum of squares", () => {
    const spread = ruleOf({statistic: "sd", grain: 1, round: (x) => roundTo(x, 0.001)});
    const found = audit(
      releaseRows([{name: "a", n: 12, sd: 0.8}], {name: key, sd: spread}, {table: "t", key: ["name"]})
    );
    expect(found.map(({message}) => message)).toEqual(["t a: sd tells the exact sum of squares"]);
  });

  it("a number of persons that is not rounded, and a ratio that undoes the rounding of another", () => {
    const counted = ruleOf({statistic: "count", grain: 1});
    const money = {kind: "finance", unit: "yen", grain: 0} as const;
    const rows = [{name: "a", n: 47, profit: 1000, heads: 47, per_head: 1000 / 47}];
    const found = audit(
      releaseRows(
        rows,
        {
          name: key,
          n: counted,
          profit: money,
          heads: {kind: "headcount", unit: "people", grain: 1, round: toStep(5)},
          per_head: money
        },
        {
          table: "t",
          key: ["name"],
          ratios: [{ratio: "per_head", numerator: "profit", denominator: "heads", step: 5}]
        }
      )
    );
    expect(found.map(({message}) => message)).toEqual([
      "t a: n is an exact number of persons",
      "t a: per_head and profit tell heads beyond its rounding"
    ]);
  });

  it("a spread of nothing, and an end of the scale", () => {
    const rows = [{name: "a", n: 30, mean: 5, sd: 0}];
    const unpulled = releaseRows(
      rows,
      {name: key, mean: ruleOf({range: [1, 5]}), sd: ruleOf({statistic: "sd"})},
      {table: "t", key: ["name"]}
    );
    const cells = behindOf([unpulled]).tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => ({...cell, grain: cell.kind === "mean" ? 1 : 0}))
    }));
    const found = auditOf({tables: cells, estimates: []}, {policy});
    expect(found.filter(({check}) => check === "unanimity").map(({message}) => message)).toEqual([
      "t a: mean is an end of its scale, so that all are alike",
      "t a: sd says that all are alike"
    ]);
    expect(audit(survey("units", {a: 12}))).toEqual([]);
  });

  it("rows of one key, keys of persons, and a number of too few", () => {
    const found = audit(
      releaseRows(
        [
          {name: "a", who: "M001", n: 12},
          {name: "a", who: "x", n: 12}
        ],
        {name: key, who: key},
        {table: "t", key: ["name"]}
      )
    );
    expect(found.map(({message}) => message)).toEqual(["t a: two rows have this key", "t: who holds keys of persons"]);
    const [table] = behindOf([survey("units", {a: 12})]).tables;
    const few = {...table!, cells: table!.cells.map((cell) => ({...cell, persons: 9}))};
    expect(auditOf({tables: [few], estimates: []}, {policy}).map(({message}) => message)).toContain(
      "units a: mean is shown of fewer than 10"
    );
  });

  it("rows of one key without saying it, where it is a person's", () => {
    const twice = [
      {who: "M001", n: 12},
      {who: "M001", n: 12}
    ];
    const messages = audit(releaseRows(twice, {who: key}, {table: "t", key: ["who"]})).map(({message}) => message);
    expect(messages).toEqual(["t: who holds keys of persons"]);
  });

  it("an estimate on exact rows with more than two digits of its standard error", () => {
    const printed = estimate(0.123456, 0.05);
    const found = auditOf({tables: [], estimates: [{printed}]}, {policy});
    expect(found.map(({message}) => message)).toEqual(["planted: x is printed beyond 2 digits of its standard error"]);
    expect(audit(releaseEstimate(printed, 30, policy))).toEqual([]);
  });

  it("a correlation printed so precisely that it tells the one cell that is withheld", () => {
    const x = Array.from({length: 12}, (_, i) => i);
    const values = x.map((one) => 3 + Math.sin(one * 5) / 2 + one / 10);
    const over = {
      values,
      hidden: [11],
      range: [1, 5] as const,
      statistic: (y: readonly number[]) => pearson(x, [...y]).terms[0]?.estimate ?? 0,
      label: "r of a and b"
    };
    expect(pinnedCells({...over, half: 0.25})).toEqual([]);
    const found = audit(releaseEstimate(estimate(0.5, 0.2), 30, policy, {over: {...over, half: 0.00005}}));
    expect(found.map(({message}) => message)).toEqual([
      "planted: r of a and b is printed so precisely that it tells a cell that is withheld"
    ]);
  });
});

it("every planted violation is caught; the table says by what, and in which words", async () => {
  const table = ["| planted | caught by | message |", "| --- | --- | --- |", ...new Set(planted), ""].join("\n");
  expect(planted.length).toBeGreaterThan(12);
  await expect(table).toMatchFileSnapshot("../output/planted.md");
});

it("AuditError names checks and groups, twenty at most", () => {
  const finding: AuditFinding = {check: "keys", table: "t", groups: ["a"], message: "t a: two rows have this key"};
  const error = new AuditError(Array.from({length: 25}, () => finding));
  expect(error.message.split("\n")).toHaveLength(23);
  expect(error.message).toMatch(/keys: t a: two rows have this key[\s\S]*and 5 more\n {2}what would help: /);
});

function estimate(value: number, se: number): Estimate {
  return {
    method: "planted",
    n: 100,
    dropped: [],
    clusters: {},
    terms: [{term: "x", estimate: value, se, statistic: null, df: null, p: null, low: null, high: null}],
    fit: {},
    warnings: []
  };
}
