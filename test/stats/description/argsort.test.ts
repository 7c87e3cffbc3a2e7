import {describe, expect, it} from "vitest";
import {argsort} from "../../../src/stats/description/argsort.js";
import {median} from "../../../src/stats/description/median.js";
import {select} from "../../../src/stats/description/select.js";
import {random} from "../../../src/stats/random.js";

const {normal, below} = random(11);
const many = (value: () => number, n = 3000): number[] => Array.from({length: n}, value);

const columns: Readonly<Record<string, number[]>> = {
  normal: many(normal),
  answers: many(() => below(5)),
  signs: many(() => [-0, 0, -1, 1, Infinity, -Infinity, 1e-310, -1e-310][below(8)]!),
  "alike in the upper half of their bits": many(() => 1 + below(1e6) * Number.EPSILON),
  few: many(() => below(9) - 4, 50),
  none: []
};

describe("argsort(values)", () => {
  it("gives the places from least to greatest, equal values in the order given", () => {
    for (const values of Object.values(columns)) {
      const places = Uint32Array.from(values, (_, i) => i);
      const plain = places.toSorted((a, b) => Math.sign(values[a]! - values[b]!) || a - b);
      expect(argsort(values)).toEqual(plain);
    }
  });

  it("reads a part of an array as the values that it has, whatever stands before it", () => {
    const all = Float64Array.from(columns.normal!);
    expect(argsort(all.subarray(1001))).toEqual(argsort(Array.from(all.subarray(1001))));
  });

  it("argsort(x, argsort(y)) sorts by x, then y", () => {
    const [x, y] = [columns.answers!, columns.normal!];
    const order = argsort(x, argsort(y));
    for (let i = 1; i < order.length; i++) {
      const [a, b] = [order[i - 1]!, order[i]!];
      expect(x[a]! < x[b]! || (x[a] === x[b] && y[a]! <= y[b]!)).toBe(true);
    }
  });
});

describe("select(values, k)", () => {
  it("is the k-th least, and median(values) the middle of what is sorted", () => {
    for (const values of Object.values(columns).slice(0, 5)) {
      const sorted = Float64Array.from(values).toSorted();
      for (const k of [0, 1, 7, values.length >> 1, values.length - 1])
        expect(select(Float64Array.from(values), k) + 0).toBe(sorted[k]! + 0);
    }
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([2, 2, 2])]).toEqual([2, 2.5, 2]);
  });
});
