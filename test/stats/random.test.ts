import {describe, expect, it} from "vitest";
import {random} from "../../src/stats/random.js";

const draws = (n: number, draw: () => number): number[] => Array.from({length: n}, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

describe("random(seed)", () => {
  it("repeats itself for the same seed and differs for another", () => {
    const take = (seed: number): number[] => draws(50, random(seed).uint32);
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
    expect(take(7)).not.toEqual(take(7 + 2 ** 40));
  });

  it("gives named streams that do not depend on what was drawn before", () => {
    const fresh = random(1).stream("survey").uint32();
    const used = random(1);
    draws(10, used.uniform);
    expect(used.stream("survey").uint32()).toBe(fresh);
    expect(used.stream("finance").uint32()).not.toBe(fresh);
  });

  it("is uniform and normal within five standard errors", () => {
    const n = 100_000;
    const u = draws(n, random(3).uniform);
    const z = draws(n, random(4).normal);
    expect(Math.abs(mean(u) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(mean(z))).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(mean(z.map((v) => v * v)) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    expect(Math.abs(mean(z.slice(1).map((v, i) => v * (z[i] ?? 0))))).toBeLessThan(5 / Math.sqrt(n));
  });

  it("below(n) is even and in range for n near 2^32, where a double no longer holds the product", () => {
    for (const n of [2 ** 21 + 1, 3 * 2 ** 30 + 7, 2 ** 32 - 1, 2 ** 32]) {
      const {below} = random(6);
      const values = draws(40_000, () => below(n));
      expect(Math.max(...values)).toBeLessThan(n);
      expect(Math.abs(mean(values) / n - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / values.length));
      expect(Math.abs(mean(values.map((value) => value % 2)) - 0.5)).toBeLessThan(0.02);
    }
    expect(random(9).below(2 ** 32)).toBe(random(9).uint32());
    for (const n of [0, 2 ** 32 + 1, 2.5, NaN])
      expect(() => random(1).below(n)).toThrow("invalid n; not a whole number from 1 to 2^32");
  });

  it("below(n) covers 0 .. n - 1 evenly", () => {
    const n = 70_000;
    const counts = Array.from({length: 7}, () => 0);
    const {below} = random(5);
    for (let i = 0; i < n; i++) counts[below(7)]! += 1;
    const chi2 = counts.reduce((sum, c) => sum + (c - n / 7) ** 2 / (n / 7), 0);
    expect(chi2).toBeLessThan(27.9); // 0.9999 quantile of chi-squared on 6 df
  });

  it("refuses a seed that is not a safe integer", () => {
    expect(() => random(0.5)).toThrow("invalid seed; not a safe integer: 0.5");
  });
});
