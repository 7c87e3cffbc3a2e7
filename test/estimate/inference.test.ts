import {describe, expect, it} from "vitest";
import {checkTable} from "../../loaders/estimate/checkTable.js";
import {adjust} from "../../loaders/estimate/adjust.js";
import {agreement} from "../../loaders/estimate/agreement.js";
import {anova} from "../../loaders/estimate/anova.js";
import {bootstrap} from "../../loaders/estimate/bootstrap.js";
import {correlation} from "../../loaders/estimate/correlation.js";
import {distribution} from "../../loaders/estimate/distribution.js";
import {permutation} from "../../loaders/estimate/permutation.js";
import {power} from "../../loaders/estimate/power.js";
import {rank} from "../../loaders/estimate/rank.js";
import {regression_to_mean} from "../../loaders/estimate/regression_to_mean.js";
import {reliability} from "../../loaders/estimate/reliability.js";
import {sensitivity} from "../../loaders/estimate/sensitivity.js";
import {trend} from "../../loaders/estimate/trend.js";
import type {Specification, Table} from "../../loaders/estimate/table.js";
import type {Estimate} from "../../src/stats/estimate.js";

const table: Table = checkTable({
  x: ["44.4", "45.9", "41.9", "53.3", "44.7", "44.1", "50.7", "45.2", "60.1"],
  y: [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8],
  z: [1, 2, 2, 3, 1, 2, 3, 1, null],
  g: ["a", "a", "a", "b", "b", "b", "c", "c", "c"],
  t: [0, 1, 0, 1, 0, 1, 0, 1, 0],
  year: [1, 2, 3, 4, 5, 6, 7, 8, 9]
});

describe("estimate adapters", () => {
  const methods: [
    string,
    (specification: Specification, table: Table) => Estimate<object>,
    Specification,
    readonly string[]
  ][] = [
    [
      "anova",
      anova,
      {formula: "y ~ g"},
      ["ss_between", "ss_within", "df_between", "df_within", "ms_between", "ms_within", "F", "p", "r2", "sigma"]
    ],
    ["trend", trend, {y: "y", time: "year", kind: "theil-sen"}, ["slope", "intercept", "S", "variance", "z", "p"]],
    ["trend", trend, {y: "y", time: "year", kind: "mann-kendall"}, ["S", "variance", "z", "p"]],
    ["trend", trend, {y: "y", time: "year", kind: "ols"}, ["slope", "intercept"]],
    [
      "permutation",
      permutation,
      {kind: "correlation", x: "x", y: "y"},
      ["observed", "expected", "count", "total", "p_two", "p_greater", "p_less"]
    ],
    ["permutation", permutation, {kind: "within-strata", x: "t", y: "y", strata: "g"}, ["observed", "count", "total"]],
    ["permutation", permutation, {kind: "two-sample", y: "y", group: "t"}, ["observed", "count", "total"]],
    ["permutation", permutation, {kind: "paired", x: "x", y: "y"}, ["observed", "count", "total"]],
    ["rank", rank, {kind: "wilcoxon", y: "y", group: "t"}, ["statistic", "p", "exact"]],
    ["rank", rank, {kind: "signed-rank", x: "x", y: "y"}, ["statistic", "p", "exact"]],
    ["rank", rank, {kind: "friedman", columns: ["x", "y", "year"]}, ["statistic", "p", "exact"]],
    ["rank", rank, {kind: "kruskal", formula: "y ~ g"}, ["statistic", "p", "exact"]],
    ["bootstrap", bootstrap, {y: "y", draws: 200}, ["estimate", "se", "bias", "accel", "low", "high"]],
    [
      "bootstrap",
      bootstrap,
      {x: "x", y: "y", kind: "student", draws: 100, statistic: "correlation"},
      ["estimate", "se", "low", "high"]
    ],
    [
      "reliability",
      reliability,
      {items: ["y", "z", "year"], reversed: ["z"], minimum: 1, maximum: 3},
      ["alpha", "alpha_std", "lambda6", "average_r", "omega_total", "low", "high", "drop"]
    ],
    [
      "agreement",
      agreement,
      {kind: "icc", ratings: ["x", "y", "year"]},
      ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k", "ICC1_low"]
    ],
    ["agreement", agreement, {kind: "group", y: "y", group: "g", levels: 5}, ["icc1", "icc2", "rwg", "rwg_mean"]],
    [
      "sensitivity",
      sensitivity,
      {formula: "y ~ x + year | t", treatment: "x", benchmark: "year", multiples: [1]},
      ["rv", "rv_alpha", "partial_r2", "bounds"]
    ],
    ["sensitivity", sensitivity, {formula: "y ~ x + g", treatment: "x"}, ["rv", "rv_alpha", "partial_r2"]],
    ["sensitivity", sensitivity, {kind: "evalue", rr: 3.9, low: 1.8, high: 8.7}, ["point", "interval"]],
    ["adjust", adjust, {p: [0.01, null, 0.04]}, ["bonferroni", "holm", "hochberg", "bh", "by"]],
    [
      "regression_to_mean",
      regression_to_mean,
      {mean: 60, sd: 15, reliability: 0.5, cutoff: 40, side: "below"},
      ["expected"]
    ],
    ["power", power, {kind: "t", effect: 0.5, power: 0.8, alpha: 0.05}, ["n", "effect", "power", "alpha"]],
    ["distribution", distribution, {name: "t", kind: "upper", at: 2, parameters: [7]}, ["value"]]
  ];
  for (const [name, method, specification, fields] of methods) {
    it(`${name} ${JSON.stringify(specification)} has the fields of the specification, none of them NaN`, () => {
      const result = method({method: name, ...specification}, table);
      expect(Object.keys(result.fit)).toEqual(expect.arrayContaining([...fields]));
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    });
  }

  it("correlation speaks every kind, transform and p", () => {
    for (const specification of [
      {},
      {kind: "spearman", p: "exact"},
      {kind: "kendall"},
      {kind: "partial", controls: ["z"]},
      {kind: "rmcorr", subject: "g"},
      {transform: "detrend", time: "year"},
      {transform: "difference"},
      {p: "exact"},
      {kind: "spearman", p: "permutation"}
    ]) {
      const {terms} = correlation({method: "correlation", x: "x", y: "y", ...specification}, table);
      expect(terms).toHaveLength(1);
      expect(terms[0]!.p).toBeGreaterThan(0);
    }
    expect(correlation({x: "x", y: "y", p: "exact"}, table).terms[0]!.p).toBeCloseTo(0.102521494708995, 12);
  });

  it("distribution takes parameters by name or in order, and a list of points", () => {
    const value = (specification: Specification): unknown =>
      (distribution(specification).fit as {value: unknown}).value;
    const at = {name: "f", kind: "upper", at: 3.5};
    expect(value({...at, parameters: {df2: 20, df1: 2}})).toBe(value({...at, parameters: [2, 20]}));
    expect(value({name: "normal", kind: "quantile", at: [0.5, 0, 0.975]})).toEqual([
      0,
      null,
      expect.closeTo(1.9599639845400543, 14)
    ]);
    expect(() => value({...at, parameters: {df1: 2}})).toThrow("missing parameter df2; f needs it");
    expect(() => value({...at, parameters: {k: 2}})).toThrow("invalid parameters; f takes df1, df2, not k");
  });

  it("an unknown column or choice is refused by name", () => {
    expect(() => correlation({x: "nought", y: "y"}, table)).toThrow(
      "missing column: nought; there are x, y, z, g, t, year"
    );
    expect(() => correlation({x: "g", y: "y"}, table)).toThrow(
      "invalid g; not a number in row 1: a; use empty for missing"
    );
    expect(() => rank({method: "rank", kind: "sign"}, table)).toThrow("invalid kind; not one of wilcoxon");
    expect(() => anova({formula: "y"}, table)).toThrow('invalid formula; not "y ~ group": y');
    expect(() => distribution({name: "cauchy", kind: "cdf", at: 0})).toThrow("invalid name; not one of normal, t, f");
  });
});
