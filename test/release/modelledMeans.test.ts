import {describe, expect, it} from "vitest";
import {modelledMeans} from "../../loaders/release/models/modelledMeans.js";
import {mixedModel} from "../../src/stats/mixed/mixedModel.js";
import {random} from "../../src/stats/random.js";

const modules = ["m1", "m2", "m3", "m4", "m5"];

/** Ratings from 1 to 5 of five modules, whose means lie some way apart. */
function rated(each: number, apart: number) {
  const draw = random(1);
  const rows = modules.flatMap((module_id, m) =>
    Array.from({length: each}, (_, i) => ({
      module_id,
      manager_id: `p${i % Math.ceil(each / 2)}`,
      reflective: m % 2,
      rating: Math.min(5, Math.max(1, Math.floor(1.5 + 4 * draw.uniform() + apart * (m - 2))))
    }))
  );
  const column = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((row) => row[name]);
  const table = {rating: column("rating"), reflective: column("reflective"), module_id: column("module_id")};
  const model = mixedModel("rating ~ reflective + (1 | module_id)", table, {modes: true});
  return modelledMeans(model, rows, table, 5) as {modelled: number; modelled_low: number; modelled_high: number}[];
}

describe("modelledMeans()", () => {
  it.each([
    [50, 0.2],
    [500, 0.02],
    [5_000, 0.01],
    [50_000, 0.01]
  ])("of %i ratings a module prints an interval around each mean, in steps of %d", (each, step) => {
    for (const {modelled, modelled_low, modelled_high} of rated(each, 0.3)) {
      expect(modelled_low).toBeLessThan(modelled);
      expect(modelled_high).toBeGreaterThan(modelled);
      for (const value of [modelled, modelled_low, modelled_high])
        expect(Math.abs(value / step - Math.round(value / step))).toBeLessThan(1e-9);
    }
  });

  it("narrows with more ratings, and never below two steps: it used to be left out from some 50,000 on", () => {
    const widths = [500, 5_000, 50_000].map((each) => {
      const [first] = rated(each, 0.3);
      return Number(((first?.modelled_high ?? NaN) - (first?.modelled_low ?? NaN)).toFixed(2));
    });
    expect(widths[0]).toBeGreaterThan(widths[1] ?? NaN);
    expect(widths[1]).toBeGreaterThan(widths[2] ?? NaN);
    expect(widths[2]).toBe(0.02);
  });

  it("has no interval where modules' variance is estimated as zero", () => {
    const found = rated(400, 0);
    expect(found).toHaveLength(5);
    expect(found.map(({modelled_low}) => modelled_low)).toEqual([null, null, null, null, null]);
  });
});
