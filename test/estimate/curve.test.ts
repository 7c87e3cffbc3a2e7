import {describe, expect, it} from "vitest";
import {curve} from "../../loaders/estimate/runCurve.js";
import {random} from "../../src/stats/random.js";

const {normal} = random(4);
const rows = Array.from({length: 20 * 6}, (_, i) => ({unit: Math.floor(i / 6), year: i % 6, x: normal(), y: normal()}));
const specification = {
  data: {
    unit: rows.map(({unit}) => unit),
    year: rows.map(({year}) => year),
    x: rows.map(({x}) => x),
    y: rows.map(({x, y}) => x + y)
  },
  grid: {outcomes: ["y"], exposures: ["x"], effects: [["unit"], ["unit", "year"]]},
  unit: "unit",
  time: "year",
  draws: 45
};

describe("curve(specification) in threads", () => {
  it("is the same with one thread or two, and tells its progress", async () => {
    const told: number[] = [];
    const one = await curve(specification, {threads: 1, progress: (done) => told.push(done)});
    const two = await curve(specification, {threads: 2});
    expect(two).toEqual(one);
    expect(told).toEqual([10, 20, 30, 40, 45]);
    expect(one.points.length).toBe(2);
    expect(one.joint).toMatchObject({draws: 45, stouffer: 1 / 46});
  });

  it("keeps the draws made when it is cancelled, and says how many", async () => {
    const cancel = new AbortController();
    const {joint, warnings} = await curve(
      {...specification, draws: 5000},
      {threads: 2, signal: cancel.signal, progress: (done) => void (done >= 30 && cancel.abort())}
    );
    expect(joint).toMatchObject({draws: expect.any(Number)});
    expect(warnings).toEqual([expect.stringMatching(/^cancelled: \d\d draws/)]);
  });

  it("says what is wrong", async () => {
    await expect(curve({...specification, grid: undefined}, {threads: 1})).rejects.toThrow(/missing grid/);
    await expect(curve(specification, {threads: 0})).rejects.toThrow(/invalid --threads/);
    await expect(curve({...specification, unit: "none"}, {threads: 1})).rejects.toThrow(/missing column: none/);
  });
});
