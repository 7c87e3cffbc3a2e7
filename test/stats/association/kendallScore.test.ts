import {array, assert, integer, property} from "fast-check";
import {describe, expect, it} from "vitest";
import {kendallScore} from "../../../src/stats/association/kendallScore.js";

/** the definition, pair by pair */
function oracle(x: readonly number[], y: readonly number[]): number {
  let score = 0;
  for (let i = 1; i < x.length; i++)
    for (let j = 0; j < i; j++) score += Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!);
  return score;
}

describe("kendallScore(x, y)", () => {
  it("counts pairs as the definition does, with many ties and with few", () => {
    for (const max of [3, 1000]) {
      const value = integer({min: 0, max});
      assert(
        property(array(value, {minLength: 1, maxLength: 60}), array(value, {minLength: 60, maxLength: 60}), (x, y) => {
          expect(kendallScore(x, y.slice(0, x.length)).score).toBe(oracle(x, y.slice(0, x.length)));
        }),
        {seed: 2, numRuns: 200}
      );
    }
  });

  it("takes a hundred thousand rows in its stride", () => {
    const x = Array.from({length: 100_000}, (_, i) => (i * 7919) % 100_003);
    expect(kendallScore(x, x).score).toBe((100_000 * 99_999) / 2);
  });
});
