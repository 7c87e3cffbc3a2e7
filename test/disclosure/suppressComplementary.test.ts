import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {behindOf} from "../../loaders/disclosure/behind.js";
import {differencing} from "../../loaders/disclosure/audit/differencing.js";
import {jointly} from "../../loaders/disclosure/audit/jointly.js";
import {loadSolver} from "../../loaders/disclosure/loadSolver.js";
import {cellName} from "../../loaders/disclosure/publishedCell.js";
import type {PublishedCell} from "../../loaders/disclosure/publishedCell.js";
import {releaseRows} from "../../loaders/disclosure/releaseRows.js";
import {meanStep, roundTo, toStep} from "../../loaders/disclosure/round.js";
import {suppressComplementary} from "../../loaders/disclosure/suppressComplementary.js";
import {key, ruleOf} from "./ruleOf.js";

/** Two linked tables of one statistic: groups of departments, and totals of several groups. */
function cellsOf(
  persons: Readonly<Record<string, number>>,
  groups: readonly string[],
  step: ((n: number) => number) | null = () => 0.001
): readonly PublishedCell[] {
  const parts = (name: string): Record<string, number> =>
    Object.fromEntries(name.split("+").map((part) => [part, persons[part] ?? 0]));
  const rows = groups.map((name) => ({
    name,
    n: Object.values(parts(name)).reduce((sum, n) => sum + n, 0),
    mean: 2.34567
  }));
  const released = releaseRows(
    rows,
    {
      name: key,
      mean: ruleOf({range: [1, 5], round: step && ((value, n) => roundTo(value, step(n)))})
    },
    {table: "survey", key: ["name"], group: ({name}) => ({of: "2019", parts: parts(String(name))})}
  );
  return behindOf([released]).tables.flatMap((table) => table.cells);
}

describe("suppressComplementary()", () => {
  it("withholds the smallest other group where a total would tell the withheld one", () => {
    const cells = cellsOf({a: 4, b: 12, c: 30}, ["a", "b", "c", "a+b+c"]);
    expect([...suppressComplementary(cells)]).toEqual(["survey / b / mean"]);
  });

  it("withholds nothing where nothing is withheld, or where two withheld ones have enough between them", () => {
    expect(suppressComplementary(cellsOf({a: 14, b: 12}, ["a", "b", "a+b"])).size).toBe(0);
    expect(suppressComplementary(cellsOf({a: 5, b: 6, c: 30}, ["a", "b", "c", "a+b+c"])).size).toBe(0);
  });

  it("withholds nothing where steps are so wide that the total tells nothing", () => {
    expect(suppressComplementary(cellsOf({a: 1, b: 40, c: 39}, ["a", "b", "c", "a+b+c"], meanStep)).size).toBe(0);
  });

  it("goes on over margins of margins", () => {
    const cells = cellsOf({a: 4, b: 12, c: 30, d: 11}, ["a", "b", "c", "d", "a+b", "c+d", "a+b+c+d"]);
    const hidden = suppressComplementary(cells);
    expect([...hidden]).toContain("survey / b / mean");
    expect(left(cells, hidden)).toEqual([]);
  });

  it("withholds a sum of counts that tells of the small ones in it, and no sum that does not", () => {
    expect([...suppressComplementary(countsOf({a: 8, b: 8}, ["a", "b", "a+b"]))]).toEqual(["counts / a+b / n"]);
    expect([...suppressComplementary(countsOf({a: 4, b: 30, c: 12}, ["a", "b", "c", "a+b+c"]))]).toEqual([]);
    expect([...suppressComplementary(countsOf({a: 9, b: 30}, ["a", "b", "a+b"]))]).toEqual(["counts / b / n"]);
  });

  it("leaves no withheld count to be narrowed by all that is published", async () => {
    const solve = await loadSolver();
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: 25}), {minLength: 2, maxLength: 7}), (sizes) => {
        const names = sizes.map((_, i) => String.fromCodePoint(97 + i));
        const persons = Object.fromEntries(names.map((name, i) => [name, sizes[i] ?? 0]));
        const groups = [...names, names.join("+")];
        const hidden = suppressComplementary(countsOf(persons, groups));
        expect(jointly(countsOf(persons, groups, hidden), solve)).toEqual([]);
      }),
      {numRuns: 40, examples: [[[10, 10, 1]]]}
    );
  });

  it("leaves no withheld cell to be told from its margins", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: 40}), {minLength: 3, maxLength: 9}), fc.nat(8), (sizes, cut) => {
        const names = sizes.map((_, i) => String.fromCodePoint(97 + i));
        const persons = Object.fromEntries(names.map((name, i) => [name, sizes[i] ?? 0]));
        const [one, two] = [names.slice(0, cut), names.slice(cut)];
        const margins = [one, two, names].filter((group) => group.length > 1).map((group) => group.join("+"));
        const cells = cellsOf(persons, [...new Set([...names, ...margins])]);
        expect(left(cells, suppressComplementary(cells))).toEqual([]);
      })
    );
  });
});

/** Numbers of persons, to the nearest five. */
function countsOf(
  persons: Readonly<Record<string, number>>,
  groups: readonly string[],
  hidden: ReadonlySet<string> = new Set()
): readonly PublishedCell[] {
  const parts = (name: string): Record<string, number> =>
    Object.fromEntries(name.split("+").map((part) => [part, persons[part] ?? 0]));
  const rows = groups.map((name) => ({name, n: Object.values(parts(name)).reduce((sum, n) => sum + n, 0)}));
  const released = releaseRows(
    rows,
    {name: key, n: ruleOf({statistic: "count", round: toStep(5)})},
    {
      table: "counts",
      key: ["name"],
      control: {hidden, coarser: new Map()},
      group: ({name}) => ({of: "2019", parts: parts(String(name))})
    }
  );
  return behindOf([released]).tables.flatMap((table) => table.cells);
}

const left = (cells: readonly PublishedCell[], hidden: ReadonlySet<string>): readonly unknown[] =>
  differencing(cells.filter((cell) => !hidden.has(cellName(cell))));
