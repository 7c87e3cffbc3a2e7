import {describe, expect, it} from "vitest";
import {middle} from "../../../src/stats/description/middle.js";
import {random} from "../../../src/stats/random.js";
import {differencesOf} from "../../../src/stats/rank/differencesOf.js";

describe("differencesOf(x, y)", () => {
  it("has the places and the median of all pairs' differences, with ties and without", () => {
    const {normal, below} = random(7);
    for (const [m, n] of [
      [40, 41],
      [3, 60],
      [1, 1]
    ] as const)
      for (const value of [normal, () => below(6)]) {
        const [x, y] = [Float64Array.from({length: m}, value), Float64Array.from({length: n}, value)];
        const all = Float64Array.from(Array.from(x).flatMap((a) => Array.from(y, (b) => a - b))).toSorted();
        const {places, median} = differencesOf(x, y);
        expect(median).toBe(middle(all));
        expect(new Set(places)).toEqual(new Set(all));
      }
  });
});
