import {describe, expect, it} from "vitest";
import {logit} from "../../../src/stats/generalised/logit.js";
import type {OddsTest} from "../../../src/stats/generalised/ordinal.js";
import {ordinal} from "../../../src/stats/generalised/ordinal.js";
import {random} from "../../../src/stats/random.js";
import {poolEstimates} from "../../../src/stats/pooling/poolEstimates.js";
import {golden, numbers} from "../golden.js";
import {relativeError} from "../relativeError.js";

function answered(seed: number): Record<string, number[]> {
  const {normal, uniform} = random(seed);
  const table: Record<string, number[]> = {y: [], x: [], g: [], w: []};
  for (let g = 0; g < 30; g++) {
    const own = 0.8 * normal();
    for (let i = 0; i < 12; i++) {
      const x = normal();
      const u = uniform();
      const latent = 0.7 * x + own + Math.log(u / (1 - u));
      table.y!.push(latent < -1 ? 1 : latent < 0.5 ? 2 : latent < 2 ? 3 : 4);
      table.x!.push(x);
      table.g!.push(g);
      table.w!.push(1 + (i % 2));
    }
  }
  return table;
}

describe("ordinal(formula, table)", () => {
  it("weights count rows: twice a row is a weight of two", () => {
    const table = answered(1);
    const rows = table.y!.flatMap((_, row) => (table.w![row] === 2 ? [row, row] : [row]));
    const long = Object.fromEntries(
      Object.entries(table).map(([name, column]) => [name, rows.map((row) => column[row]!)])
    );
    const [a, b] = [ordinal("y ~ x", table, {weights: "w"}), ordinal("y ~ x", long)];
    a.terms.forEach(({estimate, se}, j) => {
      expect(estimate).toBeCloseTo(b.terms[j]!.estimate, 9);
      expect(se).toBeCloseTo(b.terms[j]!.se!, 9);
    });
  });

  it("two answers are a binary logit", () => {
    const table = answered(2);
    const high = table.y!.map((value) => (value > 2 ? 1 : 0));
    const [cut, slope] = ordinal("high ~ x", {...table, high}).terms;
    const [constant, same] = logit("high ~ x", {...table, high}).terms;
    expect(slope!.estimate).toBeCloseTo(same!.estimate, 8);
    expect(cut!.estimate).toBeCloseTo(-constant!.estimate, 8);
  });

  it("neither the unit nor the origin of a column matters", () => {
    const table = answered(4);
    const moved = {...table, x: table.x!.map((value) => (value + 2010) * 1e-5)};
    const [a, b] = [ordinal("y ~ x", table), ordinal("y ~ x", moved)];
    expect(b.fit.logLik).toBeCloseTo(a.fit.logLik, 9);
    expect(b.terms.at(-1)!.estimate * 1e-5).toBeCloseTo(a.terms.at(-1)!.estimate, 6);
    expect(b.terms.at(-1)!.se! * 1e-5).toBeCloseTo(a.terms.at(-1)!.se!, 6);
  });

  it("answers that are texts without levels are taken by the alphabet, and it says so", () => {
    const table = {y: ["poor", "fair", "good", "fair", "poor", "good"], x: [1, 2, 3, 4, 2, 1]};
    expect(ordinal("y ~ x", table).warnings[0]).toMatch(/alphabet: fair, good, poor; give levels/);
    expect(ordinal("y ~ x", table, {levels: {y: ["poor", "fair", "good"]}}).warnings).toEqual([]);
  });

  describe("proportional odds agree with R's nominal_test()", () => {
    const answers = golden<Record<"logit" | "probit", Record<string, OddsTest>>>("generalised/proportional.json");
    const table = Object.fromEntries(
      ["A1", "gender", "age", "education"].map((name) => [name, numbers("bfi_AE.csv", name)])
    );
    it.each(["logit", "probit"] as const)("%s", (link) => {
      const tests = ordinal("A1 ~ gender + age + factor(education)", table, {link, proportionalOdds: true}).fit
        .proportional_odds!;
      const asR = {gender: tests.gender!, age: tests.age!, school: tests["factor(education)"]!};
      for (const [term, {chi2, df, p}] of Object.entries(answers[link])) {
        const ours = asR[term as keyof typeof asR];
        expect(ours.df).toBe(df);
        expect(relativeError(ours.chi2, chi2)).toBeLessThan(1e-7);
        expect(relativeError(ours.p, p)).toBeLessThan(1e-7);
      }
    });
  });

  it("a random intercept widens the slope to what was simulated", () => {
    const table = answered(3);
    const {terms, fit} = ordinal("y ~ x + (1 | g)", table, {quadrature: 7});
    const {low, high} = terms.at(-1)!;
    expect(low).toBeLessThan(0.7);
    expect(high).toBeGreaterThan(0.7);
    expect(fit.variance).toBeGreaterThan(0.2);
  });

  it.each([
    ["answers that never vary", {y: [1, 1, 1, 1], x: [1, 2, 3, 4]}, /never varies/],
    ["separated answers", {y: [1, 1, 2, 2, 3, 3], x: [1, 2, 3, 4, 5, 6]}, /separate the answers/]
  ])("%s are an error that says why", (_, table, message) => {
    expect(() => ordinal("y ~ x", table)).toThrow(message);
  });
});

describe("logit(formula, table)", () => {
  it.each([
    ["a separated outcome", {y: [0, 0, 0, 1, 1, 1], x: [1, 2, 3, 4, 5, 6]}, /separate the outcomes/],
    ["one outcome", {y: [1, 1, 1], x: [1, 2, 3]}, /the outcome is 1 in every row/],
    ["an outcome of neither", {y: [0, 2, 1], x: [1, 2, 3]}, /neither 0 nor 1: 2 in row 2/]
  ])("%s is an error that says why", (_, table, message) => {
    expect(() => logit("y ~ x", table)).toThrow(message);
  });
});

describe("poolEstimates(estimates, variances)", () => {
  const y = [0.1, 0.3, 0.35, 0.65, 0.45, 0.15];
  const v = [0.03, 0.03, 0.05, 0.01, 0.05, 0.02];
  it("pm's tau2 makes Q its expectation, reml's its likelihood greatest, dl's the moments", () => {
    const {tau2} = poolEstimates(y, v, {kind: "pm"}).fit;
    const w = v.map((each) => 1 / (each + tau2));
    const mean = y.reduce((sum, value, i) => sum + w[i]! * value, 0) / w.reduce((a, b) => a + b, 0);
    expect(y.reduce((sum, value, i) => sum + w[i]! * (value - mean) ** 2, 0)).toBeCloseTo(5, 9);
    const likelihood = (at: number): number => {
      const each = v.map((value) => 1 / (value + at));
      const total = each.reduce((a, b) => a + b, 0);
      const m = y.reduce((sum, value, i) => sum + each[i]! * value, 0) / total;
      return (
        -0.5 *
        (each.reduce((sum, value) => sum - Math.log(value), 0) +
          Math.log(total) +
          y.reduce((sum, value, i) => sum + each[i]! * (value - m) ** 2, 0))
      );
    };
    const reml = poolEstimates(y, v, {kind: "reml"}).fit.tau2;
    expect(likelihood(reml)).toBeGreaterThan(likelihood(reml * 1.01));
    expect(likelihood(reml)).toBeGreaterThan(likelihood(reml * 0.99));
  });

  it("E01: James and Stein's batting averages", async () => {
    const {tableOf, targetOf} = await import("../../validation/golden.js");
    const table = tableOf("efron_morris.csv");
    const raw = table.r!.map((hits) => Number(hits) / 45);
    const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
    const {fit} = poolEstimates(
      raw,
      raw.map(() => (mean * (1 - mean)) / 45),
      {kind: "james-stein"}
    );
    const {js_raw: expected, shrink_raw: share} = targetOf("E01").values as {js_raw: number[]; shrink_raw: number};
    expect(fit.kept[0]).toBeCloseTo(share, 9);
    fit.shrunken.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 9));
  });

  it("refuses a variance that is not above nought, by row", () => {
    expect(() => poolEstimates([1, 2], [0.1, 0])).toThrow(/not above 0: 0 in row 2/);
  });
});
