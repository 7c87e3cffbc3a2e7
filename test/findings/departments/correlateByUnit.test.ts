import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {type Cells, correlateByUnit} from "../../../src/findings/departments/correlateByUnit.js";
import {random} from "../../../src/stats/random.js";
import {golden} from "../../stats/golden.js";

const kinds = ["pearson", "spearman", "within"] as const;
type Kind = (typeof kinds)[number];
type Golden = Readonly<Record<"all" | "few" | "gaps", Record<Kind, Record<"r" | "low" | "high" | "n", number>>>>;

const frozen = golden<Golden>("association/byUnit.json");

/** Deaths on beer tax, of the states' years that are kept. */
function fatalities(keep: (state: string, row: number) => boolean): Cells {
  const [, ...lines] = readFileSync("data/us-fatalities/fatalities.csv", "utf8").trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(",")).filter(([state], row) => keep(state ?? "", row));
  const column = (at: number): number[] => rows.map((row) => Number(row[at]));
  const people = column(4);
  return {
    x: column(5),
    y: column(2).map((fatal, row) => (10_000 * fatal) / (people[row] ?? NaN)),
    units: rows.map(([state]) => state ?? "")
  };
}

const some = ["al", "az", "ar", "ca", "co"];
const made: Readonly<Record<keyof Golden, Cells>> = {
  all: fatalities(() => true),
  few: fatalities((state) => some.includes(state)),
  gaps: fatalities((_, row) => row % 5 !== 2)
};

/** Twelve units of five years, each unit with a level of its own. */
function drawn(seed: number): Cells {
  const {normal} = random(seed);
  const rows = Array.from({length: 60}, (_, row) => row);
  const levels = Array.from({length: 12}, () => normal());
  const x = rows.map((row) => (levels[Math.floor(row / 5)] ?? 0) + normal());
  return {x, y: x.map((value) => 0.4 * value + normal()), units: rows.map((row) => `U${Math.floor(row / 5)}`)};
}

describe("correlateByUnit(cells, kind)", () => {
  describe.each(["all", "few", "gaps"] as const)("is clubSandwich's of %s", (which) => {
    it.each(kinds)("%s", (kind) => {
      const [found, {r, low, high, n}] = [correlateByUnit(made[which], kind), frozen[which][kind]];
      expect(found?.r).toBeCloseTo(r, 10);
      expect(found?.low).toBeCloseTo(Math.max(-1, low), 8);
      expect(found?.high).toBeCloseTo(Math.min(1, high), 8);
      expect(found?.n).toBe(n);
    });
  });

  it.each(kinds)("%s has an interval at r = 0 exactly; its ends used to be not a number", (kind) => {
    // two units rise as much as two others fall
    const courses = [
      [0, 2, 1, 3],
      [3, 1, 2, 0],
      [0, 1, 2, 3],
      [3, 2, 1, 0]
    ];
    const cells = {
      x: courses.flatMap(() => [1, 2, 3, 4]),
      y: courses.flat(),
      units: courses.flatMap((course, unit) => course.map(() => `U${unit}`))
    };
    const found = correlateByUnit(cells, kind);
    expect(found?.r).toBe(0);
    expect(found?.low).toBeLessThan(0);
    expect(found?.high).toBeGreaterThan(0);
  });

  it.each(kinds)(
    "%s does not depend on units of measurement, on the order of rows or on what units are called",
    (kind) => {
      const cells = drawn(4);
      const expected = correlateByUnit(cells, kind);
      const order = cells.x.map((_, row) => (row * 37) % cells.x.length);
      const at = <T>(values: readonly T[]): T[] => order.map((row) => values[row]!);
      const others: Cells[] = [
        {...cells, x: cells.x.map((value) => 1e9 + 250 * value), y: cells.y.map((value) => 1e-6 * value - 3)},
        {x: at(cells.x), y: at(cells.y), units: at(cells.units)},
        {...cells, units: cells.units.map((unit) => `${unit} of ten`)}
      ];
      for (const other of others) {
        const found = correlateByUnit(other, kind);
        for (const part of ["r", "low", "high"] as const) expect(found?.[part]).toBeCloseTo(expected?.[part] ?? NaN, 6);
      }
      const turned = correlateByUnit({...cells, y: cells.y.map((value) => -value)}, kind);
      expect(turned?.r).toBeCloseTo(-(expected?.r ?? NaN), 10);
      expect(turned?.low).toBeCloseTo(-(expected?.high ?? NaN), 10);
    }
  );

  it.each(kinds)("%s of every unit's rows said twice is the same", (kind) => {
    const cells = drawn(5);
    const twice: Cells = {
      x: cells.x.flatMap((value) => [value, value]),
      y: cells.y.flatMap((value) => [value, value]),
      units: cells.units.flatMap((unit) => [unit, unit])
    };
    const [once, again] = [correlateByUnit(cells, kind), correlateByUnit(twice, kind)];
    for (const part of ["r", "low", "high"] as const) expect(again?.[part]).toBeCloseTo(once?.[part] ?? NaN, 9);
  });

  it("is null where a column does not vary, within units too; rounding used to count as variation", () => {
    const {x, y, units} = drawn(6);
    expect(correlateByUnit({x: x.map(() => 0.1), y, units}, "pearson")).toBeNull();
    const law = units.map((unit) => 0.1 + 0.3 * Number(unit.slice(1)));
    expect(correlateByUnit({x: law, y, units}, "within")).toBeNull();
    expect(correlateByUnit({x, y: law, units}, "within")).toBeNull();
    expect(correlateByUnit({x: law, y, units}, "pearson")).not.toBeNull();
  });

  it("has r and no interval where there is one unit", () => {
    const {x, y} = drawn(7);
    const found = correlateByUnit({x, y, units: x.map(() => "U")}, "pearson");
    expect(found?.r).toBeGreaterThan(0);
    expect([found?.low, found?.high]).toEqual([null, null]);
  });
});
