import {describe, expect, it} from "vitest";
import frozen from "../../../src/stats/sessions.json" with {type: "json"};
import {sessionMethods, simulateSessions} from "../../simulate/simulateSessions.js";

const rowOf = (method: keyof typeof sessionMethods) =>
  frozen.rows.find((row) => row.method === sessionMethods[method])!;
/** exact 99 % bounds of 1,900 in 2,000 */
const [least, most] = [0.9365, 0.9625];

describe("the interval of the sessions' ratings", () => {
  it("a short run with the frozen seed agrees within four standard errors", () => {
    const runs = 16;
    const apart = (rate: number, long: number): boolean =>
      Math.abs(rate - long) > 4 * Math.sqrt((long * (1 - long) + 0.01) / runs);
    const {rows, marked} = simulateSessions({runs, seed: frozen.seed});
    const spread = rowOf("marked").error! * Math.sqrt(frozen.runs / runs);
    expect(Math.abs(marked - frozen.marked)).toBeLessThan(4 * spread);
    const wrong = rows.filter(({coverage, coverageMarked, size}, i) => {
      const long = frozen.rows[i]!;
      return (
        apart(coverage ?? NaN, long.coverage) || apart(coverageMarked, long.coverageMarked) || apart(size, long.size)
      );
    });
    expect(wrong).toEqual([]);
  });

  it("holds what all who came would have marked in 95 of 100 studies, but for chance, and finds nothing where nothing is", () => {
    for (const method of ["marked", "planned", "weighted"] as const) {
      expect(rowOf(method).coverageMarked, method).toBeGreaterThan(least);
      expect(rowOf(method).coverageMarked, method).toBeLessThan(most);
      expect(rowOf(method).size, method).toBeLessThan(0.0635);
    }
    expect(rowOf("all").coverage).toBeGreaterThan(least);
  });

  it("holds less of what was felt: marks end, and weights by who rated do not bring it back", () => {
    expect(rowOf("planned").coverage).toBeLessThan(least);
    expect(Math.abs(rowOf("weighted").bias! - rowOf("planned").bias!)).toBeLessThan(2 * rowOf("planned").error!);
    expect(rowOf("bounds")).toMatchObject({coverage: 1, coverageMarked: 1});
  });
});
