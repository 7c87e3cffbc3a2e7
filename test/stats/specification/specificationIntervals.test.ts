import {describe, expect, it} from "vitest";
import type {Table} from "../../../src/stats/formula/table.js";
import {random} from "../../../src/stats/random.js";
import {ols} from "../../../src/stats/regression/ols.js";
import {NotIdentified} from "../../../src/stats/errors/notIdentified.js";
import {slopesOfOthers, specificationDesigns} from "../../../src/stats/specification/specificationDesigns.js";
import {specificationCurve} from "../../../src/stats/specification/specificationCurve.js";
import {type Specification, specificationGrid} from "../../../src/stats/specification/specificationGrid.js";

type Columns = Record<string, (string | number | null)[]>;

interface World {
  readonly seed: number;
  readonly units?: number;
  readonly years?: number;
  /** of rows, left out, but for those of two units, which can change places */
  readonly gaps?: number;
}

/** Units of two lines over years, some years without rows, some units with one row, one year of one unit alone. */
function world({seed, units = 9, years = 7, gaps = 0}: World): Columns {
  const {normal, uniform, below} = random(seed);
  const table: Columns = {};
  for (let u = 0; u < units; u++) {
    const level = normal();
    for (let year = 0; year < years; year++) {
      if (u > 1 && uniform() < gaps) continue;
      const dose = 0.2 * year * (1 + 0.2 * u) + normal();
      const size = 5 + below(20) + 3 * u;
      const row = {
        unit: `u${u}`,
        year,
        lineAndYear: `${u % 2} ${year}`,
        one: "all",
        dose,
        stock: dose * 2 + normal(),
        margin: level + 0.3 * dose + normal(),
        profit: uniform() < 0.1 * Number(gaps > 0) ? null : level + 0.1 * year + normal(),
        size,
        grade: normal(),
        weight: gaps > 0 && below(8) === 0 ? 0 : size,
        late: Number(year > 1)
      };
      for (const [name, value] of Object.entries(row)) (table[name] ??= []).push(value);
    }
  }
  return table;
}

const grid = {
  outcomes: ["margin", "profit"],
  exposures: ["dose", "stock"],
  controls: [[], ["size"], ["size", "grade"]],
  effects: [[], ["unit"], ["year"], ["unit", "year"], ["unit", "lineAndYear"], ["one", "year"]],
  samples: [null, "late"],
  weights: [null, "weight"]
};
const options = {unit: "unit", time: "year"};

/** The long way: every specification by itself, in standard deviations of both. */
function byItself(table: Columns, specification: Specification): readonly [number | null, number | null] | null {
  const {outcome, exposure, controls, effects, sample, weights} = specification;
  const needed = [outcome, exposure, ...controls, ...(weights === null ? [] : [weights])];
  const rows = table.year!.flatMap((_, row) =>
    (sample === null || table[sample]![row] === 1) &&
    needed.every((name) => table[name]![row] !== null) &&
    (weights === null || table[weights]![row] !== 0)
      ? [row]
      : []
  );
  const part: Columns = Object.fromEntries(
    Object.entries(table).map(([name, column]) => [name, rows.map((row) => column[row]!)])
  );
  const spread = (name: string): number => {
    const values = part[name]!.map(Number);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  };
  const held = effects.filter((name) => new Set(part[name]).size > 1);
  const bar = held.length > 0 ? ` | ${held.join(" + ")}` : "";
  try {
    const {terms} = ols(`${outcome} ~ ${[exposure, ...controls].join(" + ")}${bar}`, part, {
      cluster: "unit",
      about: exposure,
      ...(weights === null ? {} : {weights})
    });
    const {low, high} = terms.find(({term}) => term === exposure)!;
    const scale = spread(exposure) / spread(outcome);
    return [low === null ? null : low * scale, high === null ? null : high * scale];
  } catch (error) {
    if (error instanceof NotIdentified) return null;
    throw error;
  }
}

/** How far apart two ends of an interval are, over its width. */
function apart(ours: readonly (number | null)[], theirs: readonly (number | null)[]): number {
  if (ours[0] === null || theirs[0] === null) return ours[0] === theirs[0] ? 0 : Infinity;
  const width = Math.abs(Number(theirs[1]) - Number(theirs[0]));
  return Math.max(...ours.map((end, i) => Math.abs(Number(end) - Number(theirs[i])) / width));
}

describe("specificationCurve(table, grid).interval(specification) is what ols() gives of it alone, CR2 by unit", () => {
  const worlds: Record<string, World> = {
    "a balanced panel": {seed: 1},
    "an unbalanced one, with weights of nought": {seed: 2, gaps: 0.25},
    "rows alone in a unit or in a line's year": {seed: 3, gaps: 0.6, units: 14},
    "few units": {seed: 4, units: 4, years: 9},
    "many units": {seed: 5, units: 40, years: 4}
  };
  it.each(Object.entries(worlds))("%s", (_, made) => {
    const table = world(made);
    const {points, interval} = specificationCurve(table, grid, options);
    expect(points.length).toBeGreaterThan(100);
    let clear = 0;
    for (const {specification} of points) {
      const found = interval(specification);
      const alone = byItself(table, specification);
      expect(found === null).toBe(alone === null);
      if (!found || !alone) continue;
      expect(apart([found.low, found.high], alone)).toBeLessThan(1e-10);
      clear += Number(found.low !== null);
    }
    expect(clear).toBeGreaterThan(50);
  });

  it("has no end where one unit alone identifies the exposure", () => {
    const table = world({seed: 6});
    table.dose = table.unit!.map((unit, row) => (unit === "u3" && Number(table.year![row]) > 3 ? 1 : 0));
    const kind = {outcomes: ["margin"], exposures: ["dose"], effects: [["unit", "year"]]};
    const {points, interval} = specificationCurve(table, kind, options);
    expect(points).toHaveLength(1);
    expect(interval(points[0]!.specification)).toMatchObject({low: null, high: null});
    expect(byItself(table, points[0]!.specification)).toEqual([null, null]);
  });

  it("is none where, without the rows that are alone, nothing is left to estimate", () => {
    const table: Columns = {
      unit: ["a", "a", "b", "b", "c", "d"],
      year: [1, 2, 1, 2, 3, 4],
      dose: [1, 2, 2, 4, 3, 9],
      margin: [1, 4, 2, 3, 7, 1]
    };
    const kind = {outcomes: ["margin"], exposures: ["dose"], effects: [["unit", "year"]]};
    const {points, interval} = specificationCurve({...table}, {...kind, effects: [["unit"]]}, options);
    expect(byItself(table, {...points[0]!.specification, effects: ["unit", "year"]})).toBeNull();
    expect(interval({...points[0]!.specification, effects: ["unit", "year"]})).toBeNull();
  });

  it("includes none where the estimate is 0; it used to be left out", () => {
    const courses = [
      [0, 2, 1, 3],
      [3, 1, 2, 0],
      [0, 1, 2, 3],
      [3, 2, 1, 0]
    ];
    const table = {
      unit: courses.flatMap((course, u) => course.map(() => `U${u}`)),
      year: courses.flatMap(() => [1, 2, 3, 4]),
      x: courses.flatMap(() => [1, 2, 3, 4]),
      y: courses.flat()
    };
    const {points, interval} = specificationCurve(
      table,
      {outcomes: ["y"], exposures: ["x"], effects: [["unit"]]},
      options
    );
    const found = interval(points[0]!.specification);
    expect(found?.low).toBeLessThan(0);
    expect(found?.high).toBeCloseTo(-(found?.low ?? NaN), 12);
    expect(found?.scale).toBeCloseTo(1, 12);
  });
});

describe("slopesOfOthers(designs, specifications)(exposures) is what a table with those exposures has", () => {
  it.each([{seed: 1}, {seed: 2, gaps: 0.25}, {seed: 3, gaps: 0.6, units: 14}])("%o", (made) => {
    const table = world(made);
    const designs = specificationDesigns(table, "unit");
    const specifications = specificationGrid(grid).filter((one) => typeof designs.estimate(one) !== "string");
    const drawn = slopesOfOthers(designs, specifications);
    for (const seed of [11, 12]) {
      const {normal} = random(seed);
      const others = new Map(["dose", "stock"].map((name) => [name, Float64Array.from(table.year!, () => normal())]));
      const slopes = drawn(others);
      const anew = specificationDesigns({...table, ...Object.fromEntries(others)} as Table, "unit");
      specifications.forEach((specification, i) => {
        const alone = anew.estimate(specification);
        expect(slopes[i]).toEqual(
          typeof alone === "string"
            ? {estimate: 0, se: Infinity, p: 1, standardised: 0}
            : {estimate: alone.estimate, se: alone.se, p: alone.p, standardised: alone.standardised}
        );
      });
    }
  });

  it("counts as nought what a draw leaves unidentified, and is not changed by it in the next", () => {
    const table = world({seed: 1});
    const designs = specificationDesigns(table, "unit");
    const specifications = specificationGrid({
      outcomes: ["margin"],
      exposures: ["dose"],
      effects: [["unit"], ["year"]]
    });
    const drawn = slopesOfOthers(designs, specifications);
    const flat = new Float64Array(table.year!.length).fill(2);
    const own = new Map([["dose", designs.columns.numeric("dose")]]);
    const before = drawn(own);
    expect(drawn(new Map([["dose", flat]])).map(({estimate, p}) => [estimate, p])).toEqual([
      [0, 1],
      [0, 1]
    ]);
    expect(drawn(own)).toEqual(before);
    expect(before.map(({estimate}) => estimate)).toEqual(
      specifications.map((one) => (designs.estimate(one) as {estimate: number}).estimate)
    );
  });
});
