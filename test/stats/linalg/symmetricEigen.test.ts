import {describe, expect, it} from "vitest";
import {symmetricEigen} from "../../../src/stats/linalg/symmetricEigen.js";
import {random} from "../../../src/stats/random.js";

/** greatest of |A v - value v| and of |V V' - I| */
function errorOf(matrix: readonly (readonly number[])[]): number {
  const {values, vectors} = symmetricEigen(matrix);
  let worst = 0;
  vectors.forEach((v, k) => {
    matrix.forEach((row, i) => {
      const image = row.reduce((sum, value, j) => sum + value * v[j]!, 0);
      worst = Math.max(worst, Math.abs(image - values[k]! * v[i]!));
    });
    vectors.forEach((w, l) => {
      const product = v.reduce((sum, value, i) => sum + value * w[i]!, 0);
      worst = Math.max(worst, Math.abs(product - (k === l ? 1 : 0)));
    });
  });
  return worst;
}

describe("symmetricEigen", () => {
  it("solves random matrices of every size to rounding", () => {
    const stream = random(3);
    for (let n = 1; n <= 30; n++) {
      const full = Array.from({length: n}, () => Array.from({length: n}, () => stream.normal()));
      const matrix = full.map((row, i) => row.map((value, j) => value + full[j]![i]!));
      expect(errorOf(matrix), `${n}`).toBeLessThan(1e-12);
    }
  });

  it.each([
    [
      "nought",
      [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0]
      ],
      [0, 0, 0]
    ],
    [
      "the identity",
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1]
      ],
      [1, 1, 1]
    ],
    [
      "one direction",
      [
        [4, 2, 2],
        [2, 1, 1],
        [2, 1, 1]
      ],
      [0, 0, 6]
    ],
    [
      "a difference",
      [
        [2, -1, 0],
        [-1, 2, -1],
        [0, -1, 2]
      ],
      [2 - Math.SQRT2, 2, 2 + Math.SQRT2]
    ],
    [
      "signs",
      [
        [0, 1],
        [1, 0]
      ],
      [-1, 1]
    ]
  ] as const)("knows the eigenvalues of %s", (_name, matrix, expected) => {
    const {values} = symmetricEigen(matrix);
    [...values].toSorted((a, b) => a - b).forEach((value, k) => expect(value).toBeCloseTo(expected[k]!, 12));
    expect(errorOf(matrix)).toBeLessThan(1e-14);
  });

  it("gives a projection's noughts and ones", () => {
    const stream = random(5);
    const v = Array.from({length: 12}, () => stream.normal());
    const squares = v.reduce((sum, value) => sum + value * value, 0);
    const matrix = v.map((a) => v.map((b) => (a * b) / squares));
    const {values} = symmetricEigen(matrix);
    const sorted = [...values].toSorted((a, b) => b - a);
    expect(sorted[0]).toBeCloseTo(1, 13);
    for (const value of sorted.slice(1)) expect(Math.abs(value)).toBeLessThan(1e-14);
  });
});
