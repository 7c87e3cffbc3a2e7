/**
 * The rows and columns that a comparison is estimated on, as its download has them: keys, the measures as released, and
 * where lag or transformation make them other, the two columns made of them.
 */
import {ranks} from "../stats/description/ranks.js";
import {freeName} from "../evidence/panel/freeName.js";
import {named} from "../stats/formula/parseFormula.js";
import type {Table} from "../stats/formula/table.js";
import {takeCodes} from "../stats/linalg/takeCodes.js";
import {takeRows} from "../stats/linalg/takeRows.js";
import type {Comparison, Effects, ErrorType} from "./comparison.js";
import type {Grain} from "./grain.js";
import {labelsOf, rowsBefore, valuesOf} from "./grain.js";

export interface ComparisonData {
  /** rows of the grain that years and lines leave and that have all that is needed, in their order */
  readonly rows: Int32Array;
  /** those of them within the brush; all without one */
  readonly chosen: Int32Array;
  /** columns of the grain's rows by name: keys, measures, exposure and outcome as they enter */
  readonly columns: Table;
  /** names of the columns of outcome and exposure as they enter */
  readonly y: string;
  readonly x: string;
  /** rows that years and lines leave but that lack a value, by what they lack */
  readonly lacking: readonly {readonly name: string; readonly n: number}[];
}

/** @throws {RangeError} a sentence, where nothing is left to compare */
export function comparisonData(comparison: Comparison, grain: Grain): ComparisonData {
  const {outcome, exposure, transform, lag, controls, weights, years, lines, brush} = comparison;
  const {x, y} = entering(comparison, grain);
  const shifted = lag === 0 ? valuesOf(grain, exposure) : lagged(grain, valuesOf(grain, exposure), lag);
  const made: Record<string, Float64Array> = {
    [x]: transform === "change" ? changes(grain, shifted) : shifted,
    [y]:
      transform === "change"
        ? changes(grain, valuesOf(grain, outcome))
        : transform === "log"
          ? valuesOf(grain, outcome).map((value) => (value > 0 ? Math.log(value) : NaN))
          : valuesOf(grain, outcome)
  };
  const line = labelsOf(grain, lines.length > 0 ? grain.line : null);
  const time = grain.time === null ? null : valuesOf(grain, grain.time);
  const within = (row: number): boolean =>
    (years === null || time === null || ((time[row] ?? NaN) >= years[0] && (time[row] ?? NaN) <= years[1])) &&
    (lines.length === 0 || lines.includes(line[row] ?? ""));
  const column = (name: string): Float64Array => made[name] ?? valuesOf(grain, name);
  const needed = [y, x, ...controls, ...(weights === null ? [] : [weights])];
  const values = needed.map(column);
  const place = new Int32Array(grain.size);
  const lacking = new Map<string, number>();
  let found = 0;
  for (let row = 0; row < grain.size; row++) {
    if (!within(row)) continue;
    const missing = firstMissing(values, row);
    if (missing < 0) place[found++] = row;
    else lacking.set(needed[missing]!, (lacking.get(needed[missing]!) ?? 0) + 1);
  }
  const rows = place.slice(0, found);
  if (transform === "rank")
    for (const name of [x, y])
      made[name] = ranked(valuesOf(grain, name === x ? exposure : outcome), shifted, name === x, rows);
  const [across, up] = [column(x), column(y)];
  const chosen =
    brush === null
      ? rows
      : rows.filter((row) => inside(across[row] ?? NaN, brush.x) && inside(up[row] ?? NaN, brush.y));
  return {
    rows,
    chosen,
    columns: {...grain.columns, ...made},
    y,
    x,
    lacking: Array.from(lacking, ([name, n]) => ({name, n}))
  };
}

/**
 * Names of the columns of exposure and outcome as they enter, which say what was made of the measure:
 * "participation_1_before", "change_in_participation". One that is made is called as no measure is.
 */
function entering(
  {exposure, outcome, transform, lag}: Comparison,
  {columns}: Grain
): {readonly x: string; readonly y: string} {
  const prefix = {none: "", log: "log_", change: "change_in_", rank: "rank_of_"}[transform];
  const moved = lag === 0 ? exposure : `${exposure}_${Math.abs(lag)}_${lag > 0 ? "before" : "after"}`;
  const [asX, asY] = [`${transform === "log" ? "" : prefix}${moved}`, `${prefix}${outcome}`];
  const x = asX === exposure ? exposure : freeName(asX, columns);
  return {x, y: asY === outcome ? outcome : freeName(asY, {...columns, [x]: null})};
}

/** The comparison in the plan's syntax, as every command of ours and R's read it. */
export function formulaOf(comparison: Comparison, grain: Grain, of: Effects = comparison.effects): string {
  const {x, y} = entering(comparison, grain);
  const right = [x, ...comparison.controls].map(named).join(" + ");
  const absorbed = absorbedBy(of, grain);
  return `${named(y)} ~ ${right}${absorbed.length > 0 ? ` | ${absorbed.join(" + ")}` : ""}`;
}

export function absorbedBy(of: Effects, {unit, time, line}: Grain): string[] {
  if (unit === null || time === null) return [];
  return {none: [], unit: [unit], time: [time], "unit+time": [unit, time], "unit+line^time": [unit, `${line}^${time}`]}[
    of
  ];
}

/** Errors as `ols` and `estimate` take them. */
export function vcovOf(errors: ErrorType, {unit}: Grain): "iid" | "HC3" | {cluster: string; type: "CR2" | "CR1"} {
  if (errors === "iid" || errors === "HC3") return errors;
  return unit === null ? "HC3" : {cluster: unit, type: errors};
}

/** The chosen rows of the columns that the estimate reads. */
export function pickRows(columns: Table, rows: Int32Array, names: readonly string[]): Table {
  return Object.fromEntries(
    [...new Set(names)].map((name) => {
      const column = columns[name]!;
      if (column instanceof Float64Array) return [name, takeRows(column, rows)];
      if (column instanceof Int32Array) return [name, takeCodes(column, rows)];
      return [name, Array.from(rows, (row) => column[row]!)];
    })
  );
}

/** The first column that lacks a row's value; -1 where none does. */
function firstMissing(columns: readonly Float64Array[], row: number): number {
  for (let j = 0; j < columns.length; j++) if (Number.isNaN(columns[j]![row])) return j;
  return -1;
}

function inside(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to;
}

/** Each row's value so many periods before it, within its unit; NaN where that period is not there. */
function lagged(grain: Grain, values: Float64Array, lag: number): Float64Array {
  const before = rowsBefore(grain, lag);
  return values.map((_, row) => values[before[row]!] ?? NaN);
}

function changes(grain: Grain, values: Float64Array): Float64Array {
  const before = lagged(grain, values, 1);
  return values.map((value, row) => value - before[row]!);
}

/** Ranks among the rows that are in. */
function ranked(own: Float64Array, shifted: Float64Array, exposure: boolean, rows: Int32Array): Float64Array {
  const values = exposure ? shifted : own;
  const found = ranks(takeRows(values, rows)).ranks;
  const result = new Float64Array(values.length).fill(NaN);
  rows.forEach((row, place) => (result[row] = found[place]!));
  return result;
}
