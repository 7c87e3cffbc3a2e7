import {describe, expect, it} from "vitest";
import {honest} from "../../../loaders/estimate/honest.js";
import {honestBounds} from "../../../src/stats/did/honestBounds.js";
import type {HonestOptions} from "../../../src/stats/did/honestBounds.js";
import {foldedNormalQuantile} from "../../../src/stats/distribution/foldedNormal.js";
import {normalCdf} from "../../../src/stats/distribution/normal.js";
import {truncatedNormalQuantile} from "../../../src/stats/distribution/truncatedNormal.js";
import {linearProgramme} from "../../../src/stats/optimise/linearProgramme.js";
import {random} from "../../../src/stats/random.js";
import {golden} from "../golden.js";

interface Medicaid extends Readonly<Record<string, number | Readonly<Record<string, readonly number[]>>>> {
  readonly vcov: Readonly<Record<string, readonly number[]>>;
}

const {values} = golden<{values: Medicaid}>("targets/D04.json");
const estimates = [2008, 2009, 2010, 2011, 2012, 2014, 2015].map((year) => Number(values[`b.year::${year}:D`]));
const vcov = Object.values(values.vcov);
const periods = {pre: 5, post: 2};

describe("honestBounds() on Medicaid's expansion agrees with HonestDiD", () => {
  it("relative magnitudes, within the other's grid and draws", () => {
    const {fit} = honestBounds(estimates, vcov, periods, {M: [0.5, 1, 1.5, 2]});
    for (const {M, low, high} of fit.intervals) {
      expect(Math.abs(low! - Number(values[`rm_lb.${M}`]))).toBeLessThan(6e-4);
      expect(Math.abs(high! - Number(values[`rm_ub.${M}`]))).toBeLessThan(6e-4);
    }
    expect(fit.breakdown).toBeGreaterThan(1.85);
    expect(fit.breakdown).toBeLessThan(2.05);
  });

  it("smoothness, to its solver's tolerance", () => {
    const {fit} = honestBounds(estimates, vcov, periods, {kind: "sd", M: [0, 0.01, 0.02, 0.03, 0.04, 0.05]});
    for (const {M, low, high} of fit.intervals) {
      expect(Math.abs(low! - Number(values[`sd_lb.${M}`]))).toBeLessThan(5e-8);
      expect(Math.abs(high! - Number(values[`sd_ub.${M}`]))).toBeLessThan(5e-8);
    }
    const [at] = honestBounds(estimates, vcov, periods, {kind: "sd", M: [fit.breakdown!]}).fit.intervals;
    expect(Math.abs(at!.low!)).toBeLessThan(1e-7);
  });

  it("the mean of both years after, to the published digits but the draws'", () => {
    const published = [
      [0, 0.0405305, 0.0751226],
      [0.5, 0.0321418, 0.0798156],
      [1, 0.0193843, 0.0901486],
      [1.5, 0.0058243, 0.1035015],
      [2, -0.0085384, 0.1172486]
    ] as const;
    const {intervals} = honestBounds(estimates, vcov, periods, {
      weights: [0.5, 0.5],
      M: published.map(([M]) => M)
    }).fit;
    intervals.forEach(({low, high}, i) => {
      expect(Math.abs(low! - published[i]![1])).toBeLessThan(8e-4);
      expect(Math.abs(high! - published[i]![2])).toBeLessThan(8e-4);
    });
  });
});

describe("honestBounds() behaves", () => {
  const quick: HonestOptions = {M: [0.5, 1], draws: 1000};
  it("scales with the outcome, and turns with its sign", () => {
    const turned = estimates.map((value) => -1e6 * value);
    const spread = vcov.map((row) => row.map((value) => 1e12 * value));
    for (const kind of ["rm", "sd"] as const) {
      const scale = kind === "sd" ? 0.01 : 1;
      const plain = honestBounds(estimates, vcov, periods, {...quick, kind, M: [scale]}).fit.intervals[0]!;
      const other = honestBounds(turned, spread, periods, {...quick, kind, M: [kind === "sd" ? 1e6 * scale : 1]}).fit
        .intervals[0]!;
      // the draws of the least favourable quantile do not turn with the sign
      const tolerance = kind === "sd" ? 1e-7 : 6e-4;
      expect(Math.abs(-other.low! / 1e6 - plain.high!)).toBeLessThan(tolerance);
      expect(Math.abs(-other.high! / 1e6 - plain.low!)).toBeLessThan(tolerance);
    }
  });

  it("widens with M", () => {
    for (const kind of ["rm", "sd"] as const) {
      const {intervals} = honestBounds(estimates, vcov, periods, {kind, draws: 1000}).fit;
      intervals.slice(1).forEach(({low, high}, i) => {
        expect(low).toBeLessThanOrEqual(intervals[i]!.low!);
        expect(high).toBeGreaterThanOrEqual(intervals[i]!.high!);
      });
    }
  });

  it("covers an effect whose trend diverges at most as much as before it", () => {
    const {normal} = random(7);
    const truth = [0.3, 0.1, 0, 0.5];
    let covered = 0;
    const studies = 120;
    for (let k = 0; k < studies; k++) {
      const drawn = truth.map((value) => value + 0.1 * normal());
      const own = truth.map((_, i) => truth.map((_value, j) => (i === j ? 0.01 : 0)));
      const {low, high} = honestBounds(drawn, own, {pre: 2, post: 2}, {M: [1], draws: 300, seed: k}).fit.intervals[0]!;
      if (low! <= 0.2 && high! >= 0.2) covered += 1;
    }
    expect(covered / studies).toBeGreaterThan(0.9);
  });

  it("looks as far as the bounds reach: an interval used to be cut off at the grid's end", () => {
    const {low, high} = honestBounds(estimates, vcov, periods, {M: [40], draws: 300}).fit.intervals[0]!;
    const half = honestBounds(estimates, vcov, periods, {M: [20], draws: 300}).fit.intervals[0]!;
    expect((high! - low!) / (half.high! - half.low!)).toBeGreaterThan(1.9);
  });

  it("takes one period before and one after", () => {
    const small = [
      [0.01, 0],
      [0, 0.01]
    ];
    const one = {pre: 1, post: 1};
    const {low, high} = honestBounds([0.02, 0.5], small, one, {M: [0], draws: 2000}).fit.intervals[0]!;
    expect(low).toBeGreaterThan(0.28);
    expect(high).toBeLessThan(0.72);
    expect(honestBounds([0.02, 0.5], small, one, {kind: "sd", M: [0]}).fit.intervals[0]!.low).toBeCloseTo(
      0.52 - 1.959964 * Math.sqrt(0.02),
      6
    );
  });

  it("says what it lacks", () => {
    expect(() => honestBounds(estimates, vcov, {pre: 0, post: 7})).toThrow(
      "not identified: bounds take a period before"
    );
    expect(() => honestBounds(estimates, vcov, {pre: 6, post: 2})).toThrow("invalid estimates; 7 for 6 + 2 periods");
    expect(() => honestBounds(estimates, vcov, periods, {weights: [0, 0]})).toThrow("invalid weights; all are 0");
    expect(() => honestBounds(estimates, vcov, periods, {M: [-1]})).toThrow("invalid M");
    expect(() =>
      honestBounds(
        estimates,
        vcov.map((row) => row.map(() => 1)),
        periods
      )
    ).toThrow("not identified: the estimates' variance is not positive definite");
  });

  it("is answered from a specification", () => {
    const asked = {method: "honest", estimates, vcov: values.vcov, pre: 5, post: [0, 1], kind: "sd", M: [0.01]};
    expect(honest(asked, {}).fit).toMatchObject({intervals: [{M: 0.01}]});
    expect(() => honest({...asked, vcov: undefined}, {})).toThrow("missing vcov");
  });
});

describe("what the bounds stand on", () => {
  it("foldedNormalQuantile() inverts its distribution", () => {
    for (const mean of [0, 0.01, 0.3, 1, 2.5, 8, 39, 60]) {
      const c = foldedNormalQuantile(0.95, mean);
      expect(normalCdf(c - mean) - normalCdf(-c - mean)).toBeCloseTo(0.95, 12);
    }
  });

  it("truncatedNormalQuantile() inverts its distribution, in the far tail too", () => {
    expect(truncatedNormalQuantile(0.95, -Infinity, Infinity)).toBeCloseTo(1.6448536269514722, 12);
    expect(truncatedNormalQuantile(0.5, 10, 12)).toBeCloseTo(10.0684, 3);
    expect(truncatedNormalQuantile(0.5, 50, 60)).toBe(50);
    expect(truncatedNormalQuantile(0.5, -1, 1)).toBeCloseTo(0, 12);
  });

  it("linearProgramme() finds the greatest vertex, whatever was asked before", () => {
    const columns = [
      [1, 1],
      [1, -1],
      [1, 2],
      [1, 0]
    ].map((column) => Float64Array.from(column));
    const greatest = linearProgramme(columns, [1, 0])!;
    expect(greatest([3, 5, 0, 1]).value).toBeCloseTo(4, 12);
    expect(greatest([0, 3, 6, 1]).value).toBeCloseTo(4, 12);
    expect(greatest([0, 0, 0, 1]).value).toBeCloseTo(1, 12);
    expect(greatest([3, 5, 0, 1]).x).toEqual(Float64Array.of(0.5, 0.5, 0, 0));
    expect(linearProgramme([Float64Array.of(1, 1), Float64Array.of(1, 2)], [1, 0])).toBeNull();
    expect(() => linearProgramme([Float64Array.of(1), Float64Array.of(-1)], [1])!([1, 1])).toThrow("no greatest value");
  });
});
