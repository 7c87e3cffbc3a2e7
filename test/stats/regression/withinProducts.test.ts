import {describe, expect, it} from "vitest";
import {random} from "../../../src/stats/random.js";
import type {Codes} from "../../../src/stats/formula/labelCodes.js";
import {coefficientsByGradients} from "../../../src/stats/regression/coefficientsByGradients.js";
import {levelBlocks} from "../../../src/stats/regression/levelBlocks.js";
import {withinProducts} from "../../../src/stats/regression/withinProducts.js";

const {below, uniform, normal} = random(5);

const levelsOf = (
  name: string,
  levels: number,
  n: number,
  code: (row: number) => number = () => below(levels)
): Codes => ({
  name,
  levels,
  codes: Int32Array.from({length: n}, (_, row) => code(row))
});

/** the definition: dummies less their weighted means by unit, multiplied */
function oracle(unit: Codes, others: readonly Codes[], weights: Float64Array): number[][] {
  const dummies = others.flatMap(({levels, codes}) =>
    Array.from({length: levels}, (_, level) => Float64Array.from(codes, (code) => (code === level ? 1 : 0)))
  );
  const mass = new Float64Array(unit.levels);
  unit.codes.forEach((code, row) => (mass[code]! += weights[row]!));
  const within = dummies.map((dummy) => {
    const means = new Float64Array(unit.levels);
    unit.codes.forEach((code, row) => (means[code]! += (weights[row]! * dummy[row]!) / mass[code]!));
    return dummy.map((value, row) => value - means[unit.codes[row]!]!);
  });
  return within.map((a) => within.map((b) => a.reduce((sum, value, row) => sum + weights[row]! * value * b[row]!, 0)));
}

const n = 600;
const unit = levelsOf("unit", 60, n, (row) => Math.floor(row / 10));
const panels: Readonly<Record<string, readonly Codes[]>> = {
  "balanced, where one unit stands for all": [levelsOf("time", 10, n, (row) => row % 10)],
  "with a level twice in a unit": [levelsOf("time", 7, n)],
  "with two more effects": [levelsOf("site", 20, n), levelsOf("time", 10, n, (row) => row % 10)]
};

describe("withinProducts(blocks)", () => {
  it.each(Object.entries(panels))("is D'MD of a panel %s, with weights and without", (_name, others) => {
    for (const weights of [null, Float64Array.from({length: n}, () => 0.5 + uniform())]) {
      const blocks = levelBlocks(unit, others, weights);
      const expected = oracle(unit, others, weights ?? new Float64Array(n).fill(1));
      const products = withinProducts(blocks);
      for (let i = 0; i < blocks.size; i++)
        for (let j = 0; j <= i; j++)
          expect(Math.abs(products[i * blocks.size + j]! - expected[i]![j]!)).toBeLessThan(1e-12);
    }
  });

  it("gives gradients the same coefficients as the rows do, where there are too many for a matrix", () => {
    const others = panels["with two more effects"]!;
    const few = levelBlocks(unit, others, null);
    const many = levelBlocks(
      unit,
      [...others.slice(0, 1), levelsOf("none of 90 seen", 100, n, (row) => row % 10)],
      null
    );
    const b = Float64Array.from({length: few.size}, normal);
    b.set(b.subarray(0, 20).map((value) => value - b.subarray(0, 20).reduce((sum, one) => sum + one, 0) / 20));
    b.set(
      b.subarray(20).map((value) => value - b.subarray(20).reduce((sum, one) => sum + one, 0) / 10),
      20
    );
    const asked = {enough: 1e-12, rounds: 500};
    const {coefficients} = coefficientsByGradients(few)(b, asked);
    const padded = new Float64Array(many.size);
    padded.set(b);
    const byRows = coefficientsByGradients(many)(padded, asked).coefficients;
    expect(many.size ** 2).toBeGreaterThan(8 * n);
    coefficients.forEach((value, j) => expect(value).toBeCloseTo(byRows[j]!, 9));
  });
});
