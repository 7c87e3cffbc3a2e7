import stdlibBeta from "@stdlib/stats-base-dists-beta";
import {assert, double, property} from "fast-check";
import {describe, expect, it} from "vitest";
import {betaCdf, betaQuantile, betaUpper} from "../../../src/stats/distribution/beta.js";
import {binomialCdf, binomialQuantile, binomialUpper} from "../../../src/stats/distribution/binomial.js";
import {chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper} from "../../../src/stats/distribution/chiSquared.js";
import {fisherFQuantile, fisherFUpper} from "../../../src/stats/distribution/fisherF.js";
import {logGamma} from "../../../src/stats/distribution/logGamma.js";
import {
  noncentralChiSquaredCdf,
  noncentralChiSquaredQuantile,
  noncentralChiSquaredUpper
} from "../../../src/stats/distribution/noncentralChiSquared.js";
import {noncentralFCdf, noncentralFQuantile, noncentralFUpper} from "../../../src/stats/distribution/noncentralF.js";
import {noncentralTCdf, noncentralTQuantile, noncentralTUpper} from "../../../src/stats/distribution/noncentralT.js";
import {normalCdf, normalQuantile, normalUpper} from "../../../src/stats/distribution/normal.js";
import {studentTCdf, studentTQuantile, studentTUpper} from "../../../src/stats/distribution/studentT.js";
import {golden} from "../golden.js";
import {binomialTerm} from "./binomialTerm.js";
import {relativeError} from "../relativeError.js";

const functions: Record<string, (...values: number[]) => number> = {
  normalUpper: (z) => normalUpper(z!),
  normalCdf: (z) => normalCdf(z!),
  normalQuantile: (p) => normalQuantile(p!),
  studentTUpper: (t, df) => studentTUpper(t!, df!),
  fisherFUpper: (x, df1, df2) => fisherFUpper(x!, df1!, df2!),
  chiSquaredUpper: (x, df) => chiSquaredUpper(x!, df!),
  chiSquaredCdf: (x, df) => chiSquaredCdf(x!, df!),
  betaCdf: (x, a, b) => betaCdf(x!, a!, b!),
  betaUpper: (x, a, b) => betaUpper(x!, a!, b!),
  noncentralFUpper: (x, df1, df2, ncp) => noncentralFUpper(x!, df1!, df2!, ncp!),
  noncentralFCdf: (x, df1, df2, ncp) => noncentralFCdf(x!, df1!, df2!, ncp!),
  noncentralChiSquaredUpper: (x, df, ncp) => noncentralChiSquaredUpper(x!, df!, ncp!),
  noncentralChiSquaredCdf: (x, df, ncp) => noncentralChiSquaredCdf(x!, df!, ncp!),
  noncentralTUpper: (t, df, ncp) => noncentralTUpper(t!, df!, ncp!)
};

describe("distributions", () => {
  const rows = golden<{name: string; at: number; parameters: number[]; value: number}[]>("distribution/tails.json");
  for (const name of Object.keys(functions)) {
    it(`${name}(x) agrees with 60-digit arithmetic to 2e-13, in the far tails too`, () => {
      const errors = rows
        .filter((row) => row.name === name)
        .map((row) => relativeError(functions[name]!(row.at, ...row.parameters), row.value));
      expect(Math.max(...errors)).toBeLessThan(2e-13);
    });
  }

  it("every function meets target X01 to 1e-12", () => {
    type Row = {x: number; t: number; df: number; d1: number; d2: number; k: number; a: number; b: number; ncp: number};
    const {values} = golden<{values: Record<string, (Row & {p: string; v: number})[]>}>("targets/X01.json");
    const kinds: Record<string, (row: Row & {p: string}) => number> = {
      normal_sf: ({x}) => normalUpper(x),
      normal_q: ({p}) => normalQuantile(Number(p)),
      t_sf: ({t, df}) => studentTUpper(t, df),
      t_q: ({p, df}) => studentTQuantile(Number(p), df),
      f_sf: ({x, d1, d2}) => fisherFUpper(x, d1, d2),
      f_q: ({p, d1, d2}) => fisherFQuantile(Number(p), d1, d2),
      chi2_sf: ({x, k}) => chiSquaredUpper(x, k),
      chi2_q: ({p, k}) => chiSquaredQuantile(Number(p), k),
      beta_cdf: ({x, a, b}) => betaCdf(Number(x), a, b),
      nct_cdf: ({t, df, ncp}) => noncentralTCdf(t, df, ncp)
    };
    expect(Object.keys(values).toSorted()).toEqual(Object.keys(kinds).toSorted());
    for (const [kind, targets] of Object.entries(values)) {
      for (const row of targets) expect(relativeError(kinds[kind]!(row), row.v)).toBeLessThan(1e-12);
    }
  });

  it("noncentral quantiles invert their distribution functions, and a binomial one is the least k that reaches p", () => {
    for (const p of [1e-12, 0.025, 0.5, 0.975]) {
      expect(relativeError(noncentralTCdf(noncentralTQuantile(p, 7.5, -2), 7.5, -2), p)).toBeLessThan(1e-11);
      expect(relativeError(noncentralFCdf(noncentralFQuantile(p, 3, 20, 5), 3, 20, 5), p)).toBeLessThan(1e-11);
      expect(relativeError(noncentralChiSquaredCdf(noncentralChiSquaredQuantile(p, 4, 9), 4, 9), p)).toBeLessThan(
        1e-11
      );
      const k = binomialQuantile(p, 60, 0.3);
      expect(binomialCdf(k, 60, 0.3)).toBeGreaterThanOrEqual(p);
      expect(binomialCdf(k - 1, 60, 0.3)).toBeLessThan(p);
    }
  });

  it("quantile(upper(x)) is x again, over df from 0.5 to 1e7 and tails to 1e-290", () => {
    for (const df of [0.5, 1, 1.8, 2, 7, 40.5, 1e3, 1e5, 1e6, 1e7]) {
      for (const p of [1e-290, 1e-100, 1e-12, 0.001, 0.2, 0.26, 0.4999]) {
        const t = studentTQuantile(p, df, {upper: true});
        if (t > 1e150) continue;
        expect(relativeError(studentTUpper(t, df), p)).toBeLessThan(df < 1e4 || p > 1e-20 ? 1e-12 : 1e-11);
        const x = chiSquaredQuantile(p, df, {upper: true});
        expect(relativeError(chiSquaredUpper(x, df), p)).toBeLessThan(df < 1e4 ? 1e-11 : 1e-9);
      }
    }
  });

  it("fisherFQuantile and betaQuantile invert their tails for tiny and huge shapes", () => {
    for (const [a, b] of [
      [0.01, 3],
      [0.5, 0.5],
      [2, 2],
      [1e4, 3],
      [1e5, 1e5]
    ] as const) {
      for (const p of [1e-12, 0.01, 0.3, 0.5, 0.7, 0.99]) {
        const x = betaQuantile(p, a, b);
        const away = x > 0 && x < 0.999;
        expect(away ? relativeError(betaCdf(x, a, b), p) : 0).toBeLessThan(1e-10);
        const f = fisherFQuantile(p, 2 * a, 2 * b, {upper: true});
        const finite = f < 1e100 && f > 1e-100;
        expect(finite ? relativeError(fisherFUpper(f, 2 * a, 2 * b), p) : 0).toBeLessThan(1e-10);
      }
    }
  });

  it("tails add to one and swap under reflection", () => {
    assert(
      property(
        double({min: 0.01, max: 0.99, noNaN: true}),
        double({min: 0.05, max: 500, noNaN: true}),
        double({min: 0.05, max: 500, noNaN: true}),
        (x, a, b) => {
          expect(Math.abs(betaCdf(x, a, b) + betaUpper(x, a, b) - 1)).toBeLessThan(1e-13);
          expect(Math.abs(studentTCdf(a - b, a) - studentTUpper(b - a, a))).toBeLessThan(1e-15);
          expect(Math.abs(chiSquaredCdf(a, b) + chiSquaredUpper(a, b) - 1)).toBeLessThan(1e-13);
        }
      ),
      {seed: 1, numRuns: 300}
    );
  });

  it("betaCdf(x, a, b) agrees with @stdlib", () => {
    for (const [x, a, b] of [
      [0.2, 3, 8],
      [0.9, 40, 2],
      [0.4, 0.3, 0.6]
    ] as const) {
      expect(relativeError(betaCdf(x, a, b), stdlibBeta.cdf(x, a, b))).toBeLessThan(1e-12);
    }
  });

  it("logGamma(n + 1) is the log factorial; logGamma(1/2) half log pi", () => {
    let factorial = 0;
    for (let n = 2; n < 60; n++) {
      factorial += Math.log(n);
      expect(relativeError(logGamma(n + 1), factorial)).toBeLessThan(1e-14);
    }
    expect(relativeError(logGamma(0.5), 0.5 * Math.log(Math.PI))).toBeLessThan(1e-14);
  });

  it("binomial sums: the density adds up to the tails", () => {
    let sum = 0;
    for (let k = 0; k <= 40; k++) {
      sum += binomialTerm(k, 40, 0.3);
      expect(Math.abs(sum - binomialCdf(k, 40, 0.3))).toBeLessThan(1e-14);
      expect(Math.abs(1 - sum - binomialUpper(k, 40, 0.3))).toBeLessThan(1e-14);
    }
  });

  it("noncentral F with one df is noncentral t squared", () => {
    const two = noncentralTUpper(2.2, 17, 1.4) + noncentralTCdf(-2.2, 17, 1.4);
    expect(relativeError(noncentralFUpper(2.2 ** 2, 1, 17, 1.4 ** 2), two)).toBeLessThan(1e-12);
    expect(relativeError(noncentralFUpper(3, 2.5, 9, 0), fisherFUpper(3, 2.5, 9))).toBe(0);
  });

  it("limits: infinite df is the normal, p of 0 and 1 are the ends", () => {
    expect(studentTUpper(1.5, Infinity)).toBe(normalUpper(1.5));
    expect(fisherFUpper(2, 3, Infinity)).toBe(chiSquaredUpper(6, 3));
    expect([normalQuantile(0), normalQuantile(1), studentTQuantile(0, 3), chiSquaredQuantile(1, 2)]).toEqual([
      -Infinity,
      Infinity,
      -Infinity,
      Infinity
    ]);
    expect(normalQuantile(5e-324)).toBeCloseTo(-38.467405617144344, 10);
  });

  it("bad arguments are refused by name", () => {
    expect(() => studentTUpper(1, 0)).toThrow("invalid df; not above 0: 0");
    expect(() => normalQuantile(1.2)).toThrow("invalid p; not in [0, 1]: 1.2");
    expect(() => betaCdf(0.2, -1, 2)).toThrow("invalid a; not a finite number above 0: -1");
    expect(() => chiSquaredUpper(NaN, 2)).toThrow("invalid x; not a number: NaN");
    expect(() => binomialCdf(1, 2.5, 0.1)).toThrow("invalid n; not a whole number of trials: 2.5");
  });
});
