import {describe, expect, it} from "vitest";
import {ols, type OlsOptions} from "../../../src/stats/regression/ols.js";
import frozen from "../../golden/regression/determined.json" with {type: "json"};
import {tableOf} from "../../validation/golden.js";

const jtrain = tableOf("jtrain.csv");
const sum = jtrain.grant!.map((grant, row) => Number(grant) + 2 * Number(jtrain.grant_1![row]));
const table = {...jtrain, both: sum, whole: sum.map(() => 1)};
const right = "lscrap ~ d88 + d89 + grant + grant_1 + union + both";

/** Frozen from R's lm and plm: golden/regression/determined.R */
describe("ols(formula, table) leaves out what other terms determine, as R does", () => {
  it.each([
    ["pooled", "lscrap ~ grant + whole + grant_1 + both", {}, ["whole", "both"]],
    ["random", right, {model: "random", unit: "fcode"}, ["both"]],
    ["within", `${right} | fcode`, {about: "d88"}, ["union", "both"]],
    [
      "mundlak",
      "lscrap ~ d88 + d89 + grant + grant_1 + union",
      {model: "mundlak", unit: "fcode"},
      ["mean(d88)", "mean(d89)"]
    ]
  ] as const)("%s", (name, formula, options, left) => {
    const {terms, fit, warnings} = ols(formula, table, options satisfies OlsOptions);
    expect(terms).toHaveLength(frozen[name].b.length);
    terms.forEach(({estimate, se}, j) => {
      expect(estimate / frozen[name].b[j]! - 1).toBeCloseTo(0, 9);
      expect(se! / frozen[name].se[j]! - 1).toBeCloseTo(0, 9);
    });
    expect(fit.omitted?.map(({term}) => term)).toEqual(left);
    expect(
      warnings.slice(0, left.length).every((text, i) => text.startsWith(left[i]!) && text.endsWith(", and is left out"))
    ).toBe(true);
  });

  it("Hausman's test compares what both have", () => {
    const {hausman} = ols(right, table, {model: "random", unit: "fcode"}).fit;
    expect((hausman as {chi2: number}).chi2 / frozen.hausman - 1).toBeCloseTo(0, 9);
  });

  it("a cell without rows is named as such", () => {
    const cells = {
      y: [1, 4, 6, 2, 3, 5, 6, 7, 1, 6],
      a: ["p", "p", "p", "p", "q", "q", "q", "r", "r", "r"],
      b: ["u", "u", "v", "v", "u", "v", "v", "u", "u", "u"]
    };
    const {terms, fit} = ols("y ~ a * b", cells);
    expect(terms.map(({term}) => term)).toEqual(frozen.empty.names.slice(0, 5));
    terms.forEach(({estimate}, j) => expect(estimate).toBeCloseTo(Number(frozen.empty.b[j]), 12));
    expect(fit.omitted).toEqual([{term: "ar:bv", reason: "has no rows"}]);
  });

  it("refuses what is asked about where the others determine it, wherever it is in the formula", () => {
    for (const about of ["grant", "both", ["d88", "grant_1"]])
      expect(() => ols(right, table, {about})).toThrow(/can be computed from the other terms/);
    expect(() => ols(right, table, {test: ["grant"]})).toThrow(/grant can be computed/);
    expect(() => ols(`${right} | fcode`, table, {about: "union"})).toThrow(/union does not vary within fcode/);
    expect(ols(right, table, {about: "d88"}).fit.omitted).toHaveLength(1);
  });

  it("refuses where no slope is left, and what the fixed effects determine unless another term is asked about", () => {
    expect(() => ols("lscrap ~ whole", table)).toThrow(/whole is constant/);
    expect(() => ols("lscrap ~ grant + union | fcode", table)).toThrow(/union does not vary within fcode/);
  });
});

describe("rows that are alone in a fixed effect", () => {
  const alone = {
    y: [1, 4, 6, 2, 3, 5, 6, 7, 1, 6, 2],
    x: [1, 2, 5, 4, 5, 9, 7, 8, 9, 10, 3],
    g: ["a", "a", "a", "b", "b", "b", "c", "c", "d", "e", "f"]
  };

  it("go, are counted, and their clusters with them: CR1 used to count six clusters where three tell something", () => {
    const {n, dropped, clusters, terms} = ols("y ~ x | g", alone, {vcov: {cluster: "g", type: "CR1"}});
    expect({n, dropped, clusters}).toEqual({n: 8, dropped: [{reason: "alone in its g", n: 3}], clusters: {g: 3}});
    expect(terms[0]!.se).toBeCloseTo(0.2187583, 7);
    expect(terms[0]!.df).toBe(2);
    expect(terms[0]!.p).toBeCloseTo(0.0697755, 7);
  });

  it("CR2 is as it was with them", () => {
    const {se, df} = ols("y ~ x | g", alone, {cluster: "g"}).terms[0]!;
    expect(se).toBeCloseTo(0.258, 3);
    expect(df).toBeCloseTo(1.09, 2);
  });
});
