import {describe, expect, it} from "vitest";
import {basisOf} from "../../../src/stats/linalg/basisOf.js";
import {crossProducts} from "../../../src/stats/linalg/crossProducts.js";
import {random} from "../../../src/stats/random.js";
import {leastSquares} from "../../../src/stats/regression/leastSquares.js";

const {normal} = random(9);
const n = 700;

/** columns of which each is so far from those before it, and an outcome with noise or without */
function made(apart: number, noise: number): {x: Float64Array[]; y: Float64Array} {
  const first = Float64Array.from({length: n}, normal);
  const x = [first, ...[1, 2, 3, 4].map(() => first.map((value) => value + apart * normal()))];
  return {x, y: first.map((_, row) => x.reduce((sum, column, j) => sum + (j - 1.5) * column[row]!, noise * normal()))};
}

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);

describe("leastSquares(y, x, basis, products)", () => {
  it.each([
    [1, 1],
    [0.1, 1],
    [0.1, 0],
    [0.06, 1e-9]
  ])("has by products what an orthonormal basis has, of columns %d apart with noise %d", (apart, noise) => {
    const {x, y} = made(apart, noise);
    const products = crossProducts([...x, y]);
    const basis = basisOf(
      x,
      products.slice(0, 5).map((row) => row.slice(0, 5))
    );
    // products of which nothing is left have no factor
    const orthonormal = basisOf(
      x,
      x.map(() => new Float64Array(5))
    );
    expect([basis.isX, orthonormal.isX]).toEqual([true, false]);
    const expected = leastSquares(y.slice(), x, orthonormal, products);
    const found = leastSquares(y.slice(), x, basis, products);
    expect(furthest(found.coefficients, expected.coefficients)).toBeLessThan(1e-13);
    expect(furthest(found.residuals, expected.residuals)).toBeLessThan(2e-14);
    expect(Math.abs(found.rss - expected.rss)).toBeLessThan(1e-14 * n * (noise + 1e-14));
    basis.unscaled.forEach((row, j) =>
      expect(furthest(row, orthonormal.unscaled[j]!)).toBeLessThan(1e-11 * basis.unscaled[j]![j]!)
    );
  });
});

describe("basisOf(columns, products)", () => {
  it("is orthonormal where a column comes near those before it, and leaves out one that they determine", () => {
    const {x} = made(0.01, 0);
    const near = basisOf(x, crossProducts(x));
    expect([near.isX, near.dependent]).toEqual([false, []]);
    const sum = [...x, x[0]!.map((value, row) => value - 2 * x[3]![row]!)];
    expect(basisOf(sum, crossProducts(sum)).dependent).toEqual([5]);
  });
});
