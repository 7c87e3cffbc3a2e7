import {describe, expect, it} from "vitest";
import {ols} from "../../../src/stats/regression/ols.js";
import {disagreements} from "../disagreements.js";

/** Frozen from R's lm and clubSandwich: golden/regression/coding.R */
import frozen from "../../golden/regression/coding.json" with {type: "json"};

const {data} = frozen;

describe("ols(formula) codes factors and products as R does", () => {
  it.each(frozen.coded)("$formula", ({formula, names, estimate, se}) => {
    const {terms} = ols(formula, data);
    expect(terms.map(({term}) => term)).toEqual(names);
    terms.forEach((term, j) => {
      expect(disagreements({b: term.estimate, se: term.se}, {b: estimate[j]!, se: se[j]!}, 1e-9)).toEqual([]);
    });
  });

  it("a level that no row has is no reference", () => {
    const {terms} = ols("y ~ g", data, {levels: {g: ["none", "c", "a", "b"]}});
    expect(terms.map(({term}) => term)).toEqual(["(Intercept)", "ga", "gb"]);
  });

  it("a difference or lag of any whole number of periods follows the calendar, not the rows", () => {
    const series = {t: [4, 1, 2, 7, 5, 3, 8, 9], x: [3, 1, 4, 1, 5, 9, 2, 6], y: [1, 2, 2, 5, 8, 4, 4, 7]};
    const {terms, n} = ols("y ~ d(x, 2)", series, {time: "t"});
    const differences = {y: [1, 8, 5, 4, 7], d: [3 - 4, 5 - 9, 1 - 5, NaN, 6 - 1]};
    const kept = differences.d.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
    const byHand = ols("y ~ d", {
      y: [...kept.map((i) => differences.y[i]!), 4],
      d: [...kept.map((i) => differences.d[i]!), 9 - 1]
    });
    expect(n).toBe(5);
    expect(terms[1]!.estimate).toBeCloseTo(byHand.terms[1]!.estimate, 12);
    expect(ols("y ~ l(x, -1)", series, {time: "t"}).n).toBe(6);
  });
});

describe("CR2 of a weighted fit takes errors as alike under its working model", () => {
  it.each(frozen.weighted)("clusters: $cluster", ({cluster, se, df}) => {
    const {terms} = ols("y ~ x + z + g", data, {weights: "w", cluster});
    terms.forEach((term, j) => {
      expect(disagreements({se: term.se, df: term.df}, {se: se[j]!, df: df[j]!}, 1e-9)).toEqual([]);
    });
  });

  it("with fixed effects that are not nested in the clusters", () => {
    const {se, df} = frozen.weighted_effects;
    const {terms} = ols("y ~ x + z | unit", data, {weights: "w", cluster: "site"});
    terms.forEach((term, j) => {
      expect(disagreements({se: term.se, df: term.df}, {se: se[j]!, df: df[j]!}, 1e-9)).toEqual([]);
    });
  });

  it("is the same with fixed effects as with their dummies, where they are nested in the clusters", () => {
    const [absorbed, dummies] = ["y ~ x | unit", "y ~ x + factor(unit)"].map((formula) =>
      ols(formula, data, {weights: "w", cluster: "unit"}).terms.find(({term}) => term === "x")
    );
    expect(disagreements({se: absorbed!.se, df: absorbed!.df}, {se: dummies!.se, df: dummies!.df}, 1e-9)).toEqual([]);
  });
});
