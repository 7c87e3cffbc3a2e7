import {describe, expect, it} from "vitest";
import {westfallYoung} from "../../src/stats/adjustment/westfallYoung.js";
import {noncentralChiSquaredUpper} from "../../src/stats/distribution/noncentralChiSquared.js";
import {noncentralFUpper} from "../../src/stats/distribution/noncentralF.js";
import {varianceTest} from "../../src/stats/mixed/varianceTest.js";
import {random} from "../../src/stats/random.js";

describe("westfallYoung(observed, draws)", () => {
  it("steps down: a great statistic does not stand in the way of the next", () => {
    const draws = [
      [1, 3],
      [2, 1],
      [0.5, 0.5],
      [4, 0.1]
    ];
    expect(Array.from(westfallYoung([5, 2.5], draws))).toEqual([1 / 5, 2 / 5]);
  });

  it("of wholly dependent tests adjusts nothing, and never falls with smaller statistics", () => {
    const {normal} = random(1);
    const draws = Array.from({length: 999}, () => new Float64Array(4).fill(normal()));
    const [a, b, c, d] = westfallYoung([2, 2, 2, 1], draws);
    expect(a).toBe(b);
    expect(b).toBe(c);
    expect(a).toBeCloseTo(0.0455, 1);
    expect(d).toBeGreaterThan(a!);
  });

  it("refuses draws of another length", () => {
    expect(() => westfallYoung([1, 2], [[1]])).toThrow(/1 statistics in draw 1, not 2/);
  });
});

it("noncentralChiSquaredUpper is the noncentral F with endless denominator", () => {
  for (const [x, df, ncp] of [
    [5, 3, 2],
    [20, 5, 10],
    [1, 1, 0]
  ] as const)
    expect(noncentralChiSquaredUpper(x, df, ncp)).toBeCloseTo(noncentralFUpper(x / df, df, 1e9, ncp), 6);
});

describe("varianceTest(formula, without, table)", () => {
  const simulated = (spread: number): Record<string, number[]> => {
    const {normal} = random(4);
    const table: Record<string, number[]> = {y: [], person: [], module: []};
    const own = Array.from({length: 25}, () => 0.6 * normal());
    const quality = Array.from({length: 8}, () => spread * normal());
    own.forEach((level, person) =>
      quality.forEach((shift, module) => {
        table.y!.push(level + shift + normal());
        table.person!.push(person);
        table.module!.push(module);
      })
    );
    return table;
  };
  const test = (spread: number): number =>
    varianceTest("y ~ 1 + (1 | person) + (1 | module)", "y ~ 1 + (1 | person)", simulated(spread), {draws: 59}).p;

  it("finds a variance that is there, and not one that is not", () => {
    expect(test(0.8)).toBeLessThan(0.05);
    expect(test(0)).toBeGreaterThan(0.05);
  });
});
