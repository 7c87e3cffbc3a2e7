import {describe, expect, it} from "vitest";
import {random} from "../../../src/stats/random.js";
import type {Codes} from "../../../src/stats/formula/labelCodes.js";
import {coefficientsByGradients} from "../../../src/stats/regression/coefficientsByGradients.js";
import {imageByMatrix, imageByRows, width} from "../../../src/stats/regression/imageOfCoefficients.js";
import {diagonalOf, levelBlocks} from "../../../src/stats/regression/levelBlocks.js";
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
      diagonalOf(blocks).forEach((value, i) => expect(Math.abs(value - expected[i]![i]!)).toBeLessThan(1e-12));
      for (let i = 0; i < blocks.size; i++)
        for (let j = 0; j <= i; j++)
          expect(Math.abs(products[i * blocks.size + j]! - expected[i]![j]!)).toBeLessThan(1e-12);
    }
  });

  it.each(Object.entries(panels))("has the image that a pass over the rows has: %s", (_name, others) => {
    for (const weights of [null, Float64Array.from({length: n}, () => 0.5 + uniform())]) {
      const blocks = levelBlocks(unit, others, weights);
      const g = Float64Array.from({length: width * blocks.size}, normal);
      const byRows = imageByRows(blocks)(g);
      imageByMatrix(
        withinProducts(blocks),
        blocks.size
      )(g).forEach((value, j) => expect(value).toBeCloseTo(byRows[j]!, 9));
    }
  });
});

describe("coefficientsByGradients(blocks)", () => {
  it("solves for several sides as for each alone, where the matrix takes over from the rows as well", () => {
    const rows = 12_000;
    const worker = levelsOf("worker", 3000, rows, (row) => Math.floor(row / 4));
    const home = Int32Array.from({length: 3000}, (_, w) => Math.floor(w / 30));
    const firm = levelsOf("firm", 100, rows, (row) => (uniform() < 0.01 ? below(100) : home[Math.floor(row / 4)]!));
    const blocks = levelBlocks(worker, [firm], null);
    const image = (g: Float64Array): Float64Array => {
      const beside = new Float64Array(width * blocks.size);
      g.forEach((value, j) => (beside[width * j] = value));
      return imageByRows(blocks)(beside).filter((_, j) => j % width === 0);
    };
    const sides = [0, 1, 2].map(() => image(Float64Array.from({length: blocks.size}, normal)));
    const solve = coefficientsByGradients(blocks);
    const {coefficients, steps} = solve(sides, {enough: [1e-12, 1e-12, 1e-12], rounds: 2000});
    expect(steps).toBeGreaterThan(35);
    sides.forEach((side, i) => {
      const [alone] = solve([side], {enough: [1e-12], rounds: 2000}).coefficients;
      const [together, apart] = [image(coefficients[i]!), image(alone!)];
      side.forEach((value, j) => {
        expect(together[j]!).toBeCloseTo(value, 7);
        expect(apart[j]!).toBeCloseTo(value, 7);
      });
    });
  });
});
