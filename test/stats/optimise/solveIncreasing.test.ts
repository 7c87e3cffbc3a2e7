import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {noncentralTUpper} from "../../../src/stats/distribution/noncentralT.js";
import {studentTQuantile} from "../../../src/stats/distribution/studentT.js";
import {solveIncreasing} from "../../../src/stats/optimise/solveIncreasing.js";
import {relativeError} from "../relativeError.js";

describe("solveIncreasing(f, low, high)", () => {
  it.each([
    ["a line", (x: number) => x - 0.3, 0, 10, 0.3],
    ["a cube, flat at its root's side", (x: number) => x ** 3 - 1e-9, -1, 5, 1e-3],
    ["one that is steep at one end", (x: number) => Math.expm1(50 * x) - 1, 0, 20, Math.log(2) / 50],
    ["one that jumps", (x: number) => (x < 2 ? -1 : 1), 0, 7, 2],
    ["one that is infinite at its ends", (x: number) => Math.log(x / (1 - x)), 0, 1, 0.5],
    ["a root far from both ends", (x: number) => Math.atan(x - 1e5), -1e8, 1e8, 1e5]
  ])("gives the root of %s to rounding", (_, f, low, high, root) => {
    expect(relativeError(solveIncreasing(f, low, high)!, root)).toBeLessThan(5e-16);
  });

  it("finds any root, at the ends too, and none where there is none", () => {
    fc.assert(
      fc.property(
        fc.double({min: -50, max: 50, noNaN: true}),
        fc.double({min: 0.01, max: 9, noNaN: true}),
        (root, by) => {
          const found = solveIncreasing((x) => Math.tanh(by * (x - root)), -50, 50);
          expect(Math.abs(found! - root)).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(root)));
        }
      ),
      {seed: 1}
    );
    expect(solveIncreasing((x) => x - 2, 2, 3)).toBe(2);
    expect(solveIncreasing((x) => x - 3, 2, 3)).toBe(3);
    expect(solveIncreasing((x) => x - 4, 2, 3)).toBeNull();
    expect(solveIncreasing((x) => x - 1, 2, 3)).toBeNull();
    expect(solveIncreasing(() => NaN, 2, 3)).toBeNull();
  });

  it("comes to a smooth function's root in few steps; it used to halve its way there in over 50", () => {
    const critical = studentTQuantile(0.025, 26.7, {upper: true});
    let asked = 0;
    const root = solveIncreasing(
      (by) => {
        asked += 1;
        return noncentralTUpper(critical, 26.7, by) - 0.8;
      },
      0,
      4 * critical + 4
    );
    expect(noncentralTUpper(critical, 26.7, root!)).toBeCloseTo(0.8, 14);
    expect(asked).toBeLessThan(25);
  });
});
