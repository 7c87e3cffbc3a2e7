import {describe, expect, it} from "vitest";
import {mostLag} from "../../src/explore/comparison.js";
import {estimateAgainst} from "../../src/explore/estimateAgainst.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {estimateCurve} from "../../src/explore/estimateCurve.js";
import {estimateMatrix} from "../../src/explore/estimateMatrix.js";
import {exchangeOf} from "../../src/explore/exchangeOf.js";
import {extrasOf} from "../../src/explore/extras.js";
import type {Grain} from "../../src/explore/grain.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {parseComparison} from "../../src/explore/parseComparison.js";
import type {ReleasedRow, ReleasedTable} from "../../src/released/table.js";
import {releasedTables, study} from "./releasedFixture.js";

const asked = [
  ["as it was drawn", {}],
  ["a measure that never varies", {constant: true}],
  ["three cells", {cells: 3}]
] as const;

/** A small panel, whole or broken. */
function grainWith({constant = false, cells = Infinity}: {constant?: boolean; cells?: number} = {}): readonly Grain[] {
  const tables = releasedTables(3, {units: 6, years: 6});
  const broken = (row: ReleasedRow, i: number): ReleasedRow => ({
    ...row,
    ...(constant ? {margin: 0.05} : {}),
    ...(i < cells ? {} : {participation: {suppressed: "withheld"}})
  });
  const {department_years: table} = tables as Record<string, ReleasedTable>;
  return grainsOf({...tables, department_years: {...table!, rows: table!.rows.map(broken)}}, study);
}

/** Numbers that are none, and sentences that are none, wherever they are in an answer. */
function troublesIn(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (ArrayBuffer.isView(value))
    return Array.from(value as Float64Array).every(Number.isFinite) ? [] : [`${path}: not all finite`];
  if (Array.isArray(value)) return value.flatMap((one, i) => troublesIn(one, `${path}[${i}]`));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "reason" || key === "refused"
      ? one === null || /^[A-Z].*\.$/s.test(String(one))
        ? []
        : [`${path}.${key}: ${String(one)}`]
      : troublesIn(one, `${path}.${key}`)
  );
}

/** The answer's troubles; a refusal has to be a sentence. */
async function troublesOf(answer: () => unknown): Promise<string[]> {
  try {
    return troublesIn(await answer());
  } catch (error) {
    if (!(error instanceof RangeError)) return [String(error)];
    return /^[A-Z].*\.$/s.test(error.message) ? [] : [`no sentence: ${error.message}`];
  }
}

it("estimateMatrix(comparison) has a reason for a measure that never varies: it used to have r = 0.00 and an interval", () => {
  const [grain] = grainWith();
  const flat = {...grain!, columns: {...grain!.columns, teamwork: new Float64Array(grain!.size).fill(0.8)}};
  const {within, between} = estimateMatrix(parseComparison("", [flat], study), flat, {draws: 99});
  const its = [...within, ...between].filter(({a, b}) => a === "teamwork" || b === "teamwork");
  expect(its.length).toBeGreaterThan(0);
  expect(its.filter((one) => "r" in one)).toEqual([]);
});

describe.each(asked)("every view of %s", (_, broken) => {
  const grains = grainWith(broken);
  const [grain] = grains;
  const names = grain?.measures.map(({name}) => name) ?? [];
  const pairs = names.flatMap((x) => names.filter((y) => y !== x).map((y) => [x, y] as const));
  const comparisonOf = (query: string) => parseComparison(query, grains, study);

  it("all ordered pairs at all lags: no error, no number that is none", async () => {
    const wrong: string[] = [];
    for (const [x, y] of pairs)
      for (let lag = -mostLag; lag <= mostLag; lag++) {
        const comparison = comparisonOf(`x=${x}&y=${y}&lag=${lag}`);
        const found = await troublesOf(() => {
          const {main, lenses} = estimateComparison(comparison, grain!);
          return {main, lenses};
        });
        wrong.push(...found.map((trouble) => `${x} ${y} ${lag}: ${trouble}`));
      }
    expect(wrong).toEqual([]);
  });

  it("one pair of each exposure in all views: against all, matrix, curve, exchange, what it hangs on", async () => {
    const wrong: string[] = [];
    for (const x of names) {
      const y = names.find((name) => name !== x)!;
      const comparison = comparisonOf(`x=${x}&y=${y}`);
      const answers = {
        against: () => estimateAgainst(comparison, grain!),
        curve: () => estimateCurve(comparison, grain!, {progress: () => undefined}),
        exchange: () => exchangeOf(comparison, grain!, estimateComparison(comparison, grain!, {lenses: false}).data),
        extras: () => extrasOf(comparison, grain!)
      };
      for (const [view, answer] of Object.entries(answers))
        wrong.push(...(await troublesOf(answer)).map((trouble) => `${view} ${x}: ${trouble}`));
    }
    wrong.push(...(await troublesOf(() => estimateMatrix(comparisonOf(""), grain!, {draws: 99}))));
    expect(wrong).toEqual([]);
  });
});
