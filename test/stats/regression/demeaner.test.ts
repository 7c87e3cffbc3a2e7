import {describe, expect, it} from "vitest";
import type {Codes} from "../../../src/stats/formula/labelCodes.js";
import {random} from "../../../src/stats/random.js";
import {demeaner, demeanerOfSeveral} from "../../../src/stats/regression/demeaner.js";
import {effectsRank} from "../../../src/stats/regression/effectsRank.js";

const {normal, below} = random(10);
const n = 9000;
const effect = (name: string, levels: number, code: (row: number) => number = () => below(levels)): Codes => ({
  name,
  levels,
  codes: Int32Array.from({length: n}, (_, row) => code(row))
});
const unit = effect("unit", 1500, (row) => Math.floor(row / 6));
const year = effect("year", 6, (row) => row % 6);
const site = effect("site", 700, (row) => (row < 700 ? row : below(700)));
const shift = effect("shift", 5);
const shuffled = effect("person", 1500, (row) => (row * 7) % 1500);
const columns = [0, 1, 2, 3, 4].map((k) => Float64Array.from({length: n}, () => normal() + 1000 * k));
const ones = new Float64Array(n).fill(1);

const panels: Readonly<Record<string, readonly Codes[]>> = {
  "one effect": [unit],
  "one further effect": [unit, year],
  "two further effects": [unit, year, shift],
  "one further of many levels": [unit, site],
  "two further, one of many levels": [unit, year, site],
  "three further, one of many levels": [unit, year, shift, site],
  "rows in no order": [shuffled, year, site]
};

describe("demeanerOfSeveral(effects)", () => {
  it.each(Object.entries(panels))(
    "leaves of five columns what it leaves of each with weights of one: %s",
    (_, effects) => {
      const weighted = demeaner(effects, {weights: ones});
      const before = columns.map((column) => column.slice());
      demeanerOfSeveral(effects)(columns).forEach((left, k) => {
        const expected = weighted(columns[k]!);
        const apart = left.reduce((most, value, row) => Math.max(most, Math.abs(value - expected[row]!)), 0);
        expect(apart).toBeLessThan(1e-9);
        for (const {levels, codes} of effects) {
          const sums = new Float64Array(levels);
          codes.forEach((code, row) => (sums[code]! += left[row]!));
          expect(sums.reduce((most, sum) => Math.max(most, Math.abs(sum)), 0)).toBeLessThan(1e-7);
        }
      });
      expect(columns).toEqual(before);
    }
  );
});

describe("effectsRank(effects)", () => {
  it("is the levels less the components, in whichever order the effects come", () => {
    const firm = {name: "firm", levels: 4, codes: Int32Array.from([0, 1, 0, 2, 3, 3])};
    const town = {name: "town", levels: 3, codes: Int32Array.from([0, 0, 0, 1, 1, 2])};
    expect([effectsRank([firm, town]), effectsRank([town, firm])]).toEqual([5, 5]);
    expect(effectsRank([unit, year])).toBe(1505);
    expect(effectsRank([unit, year, shift])).toBe(1509);
  });
});
