/** Withheld cells that no pair of groups tells and all of them together do. */
import {beforeAll, describe, expect, it} from "vitest";
import {differencing} from "../../loaders/disclosure/audit/differencing.js";
import {jointly} from "../../loaders/disclosure/audit/jointly.js";
import {linearBounds, type Solve} from "../../loaders/disclosure/audit/linearBounds.js";
import {behindOf} from "../../loaders/disclosure/behind.js";
import {loadSolver} from "../../loaders/disclosure/loadSolver.js";
import type {PublishedCell} from "../../loaders/disclosure/publishedCell.js";
import {releaseRows} from "../../loaders/disclosure/releaseRows.js";
import {roundTo, toPrecision, toStep} from "../../loaders/disclosure/round.js";
import {key, ruleOf} from "../disclosure/ruleOf.js";
import type {PersonsRule} from "../../loaders/disclosure/columnRule.js";

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

type Part = readonly [persons: number, mean: number];

function cellsOf(
  parts: Readonly<Record<string, Part>>,
  groups: readonly string[],
  rule: Partial<PersonsRule>,
  column = "mean"
): readonly PublishedCell[] {
  const members = (name: unknown): [string, Part][] =>
    String(name)
      .split("+")
      .map((part) => [part, parts[part] ?? [0, 0]]);
  const rows = groups.map((name) => {
    const n = members(name).reduce((sum, [, [persons]]) => sum + persons, 0);
    return {name, n, mean: members(name).reduce((sum, [, [persons, mean]]) => sum + persons * mean, 0) / n};
  });
  const options = {
    table: "t",
    key: ["name"],
    group: ({name}: Readonly<Record<string, unknown>>) => ({
      of: "2019",
      parts: Object.fromEntries(members(name).map(([part, [persons]]) => [part, persons]))
    })
  };
  const columns = {name: key, [column]: ruleOf(rule)};
  return behindOf([releaseRows(rows, columns, options)]).tables.flatMap(({cells}) => cells);
}

const parts: Readonly<Record<string, Part>> = {a: [4, 2], b: [15, 3], c: [18, 4], d: [21, 3.5]};
const range = [1, 5] as const;

describe("linearBounds()", () => {
  it("finds what a withheld count can be from a total and the others, each known to its rounding", () => {
    const counts: Partial<PersonsRule> = {statistic: "count", round: toStep(5)};
    const linked = cellsOf(parts, ["a", "b", "c", "a+b+c"], counts, "n");
    const withheld = linked.find(({row}) => row === "a");
    const [low, high] = linearBounds(withheld!, linked, solve);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(37 - 13 - 18, 4);
  });

  it("says which cell the solver could not bound where intervals contradict one another", () => {
    const linked = cellsOf(parts, ["a", "b", "c"], {range, round: toPrecision(2)});
    const broken = linked.map((cell) => (cell.row === "b" ? {...cell, low: 5.5, high: 6} : cell));
    expect(() => linearBounds(broken[0]!, broken, solve)).toThrow(/no bounds for t a; the solver says Infeasible/);
  });
});

describe("jointly()", () => {
  it("stops a withheld mean that overlapping totals tell together and no two of them do", () => {
    const exact: Partial<PersonsRule> = {range, round: (value) => roundTo(value, 0.001)};
    const linked = cellsOf(parts, ["a", "a+b", "a+c", "b+c"], exact);
    expect(differencing(linked)).toEqual([]);
    expect(jointly(linked, solve).map(({message}) => message)).toEqual([
      "mean: t a is withheld, and all that is published tells it jointly"
    ]);
  });

  it("stops a withheld count that is narrowed inside 0 to 9", () => {
    const counts: Partial<PersonsRule> = {statistic: "count", round: toStep(5)};
    const linked = cellsOf(parts, ["a", "b", "c", "a+b+c"], counts, "n");
    expect(jointly(linked, solve)).toHaveLength(1);
  });

  it("stops two withheld counts whose sum is so great that neither can be small", () => {
    const counts: Partial<PersonsRule> = {statistic: "count", round: toStep(5)};
    const two = {a: [8, 2], b: [8, 3], c: [3, 3], d: [4, 3], e: [5, 2]} as const;
    expect(jointly(cellsOf(two, ["a", "b", "a+b"], counts, "n"), solve).map(({groups}) => groups)).toEqual([
      ["a"],
      ["b"]
    ]);
    expect(jointly(cellsOf(two, ["c", "d", "e", "c+d+e"], counts, "n"), solve)).toEqual([]);
  });

  it("passes what is published to its steps alone", () => {
    expect(jointly(cellsOf(parts, ["a", "b", "c", "d"], {range, round: toPrecision(2)}), solve)).toEqual([]);
    expect(
      jointly(cellsOf({...parts, e: [3, 2]}, ["a", "e", "b", "c", "a+e+b+c"], {range, round: toPrecision(4)}), solve)
    ).toEqual([]);
  });
});
