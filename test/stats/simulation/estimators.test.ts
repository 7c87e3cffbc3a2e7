import {describe, expect, it} from "vitest";
import frozen from "../../../src/stats/estimators.json" with {type: "json"};
import {simulateEstimators} from "../../simulate/simulateEstimators.js";

const rowOf = (method: string) => frozen.rows.find((row) => row.method === method)!;

describe("bias, coverage and size beside the naive analysis", () => {
  it("a short run with another seed agrees with the frozen one within four standard errors", () => {
    const runs = 12;
    const apart = (rate: number | null, long: number | null): boolean =>
      rate !== null && long !== null && Math.abs(rate - long) > 4 * Math.sqrt((long * (1 - long) + 0.01) / runs);
    const wrong = simulateEstimators({runs, seed: 7}).filter(({study, method, bias, coverage, size}) => {
      const long = frozen.rows.find((row) => row.study === study && row.method === method)!;
      const spread = (long.error ?? 0) * Math.sqrt(frozen.runs / runs);
      const off = bias !== null && long.bias !== null && Math.abs(bias - long.bias) > 4 * spread;
      return off || apart(coverage, long.coverage) || apart(size, long.size);
    });
    expect(wrong).toEqual([]);
  });

  it("every study has a naive analysis, which errs more than what takes its place", () => {
    for (const study of new Set(frozen.rows.map((row) => row.study))) {
      const rows = frozen.rows.filter((row) => row.study === study);
      const [naive, ours] = [rows.find((row) => row.naive)!, rows.find((row) => !row.naive)!];
      const error = ({coverage, size}: typeof naive): number =>
        Math.max(0.95 - (coverage ?? 0.95), Math.abs(size - 0.05));
      expect(error(naive), study).toBeGreaterThan(error(ours));
    }
  });

  it("holds its size of 5 % and its coverage of 95 %, but for chance, in what is recommended", () => {
    for (const method of [
      "mixed model, persons and modules crossed",
      "group-time effects, not-yet-treated",
      "relative magnitudes, M = 1",
      "random effects, REML, Hartung-Knapp",
      "Westfall-Young step-down maxT",
      "likelihood ratio, simulated"
    ]) {
      const {coverage, size} = rowOf(method);
      expect(size, method).toBeLessThan(0.05 + 3.5 * Math.sqrt((0.05 * 0.95) / frozen.runs));
      expect(coverage ?? 1, method).toBeGreaterThan(0.95 - 3.5 * Math.sqrt((0.05 * 0.95) / frozen.runs));
    }
  });
});
