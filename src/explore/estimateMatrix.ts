/**
 * Every two measures of a grain: between units above, within unit and year below. What is within has its interval and p by
 * an exchange of whole courses, adjusted for the number of pairs; what is between has HC3 errors.
 */
import {capital} from "../evidence/format.js";
import {adjust} from "../stats/adjustment/adjust.js";
import {correlateSeries} from "../stats/association/correlateSeries.js";
import {pearson} from "../stats/association/pearson.js";
import type {Estimate} from "../stats/estimate.js";
import {courseMatrix} from "../stats/resampling/courseMatrix.js";
import type {Comparison} from "./comparison.js";
import {comparisonData, pickRows} from "./comparisonData.js";
import {betweenUnits} from "./betweenUnits.js";
import type {Interval} from "./lensEstimate.js";
import {inSentence} from "./inSentence.js";
import type {Grain} from "./grain.js";
import {namesOf, valuesOf} from "./grain.js";

export interface MatrixCell {
  readonly a: string;
  readonly b: string;
  readonly r: number;
  readonly interval: Interval | null;
  readonly p: number | null;
  /** adjusted for the number of pairs */
  readonly adjusted: number | null;
  readonly n: number;
}

export interface MatrixGap {
  readonly a: string;
  readonly b: string;
  readonly reason: string;
}

export type MatrixEntry = MatrixCell | MatrixGap;

export interface Matrix {
  /** measures, similar ones beside one another */
  readonly order: readonly string[];
  /** within unit and year of a panel, changes of a series, else as the rows are */
  readonly within: readonly MatrixEntry[];
  /** of units' averages; none but of a panel */
  readonly between: readonly MatrixEntry[];
}

export interface MatrixOptions {
  readonly names?: readonly string[];
  readonly draws?: number;
  readonly between?: boolean;
}

export function estimateMatrix(
  comparison: Comparison,
  grain: Grain,
  {names = namesOf(grain), draws = 999, between = true}: MatrixOptions = {}
): Matrix {
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
  const within = withinPairs(pairs, comparison, grain, draws);
  const averages =
    grain.kind === "panel" && between
      ? holm(pairs.map(([a, b]) => entry(a, b, () => averagePair(comparison, grain, a, b))))
      : [];
  return {order: similarFirst(names, within), within, between: averages};
}

/** The rows that the comparison's years and lines leave. */
function kept(comparison: Comparison, grain: Grain): Int32Array {
  const {rows, lacking: _} = comparisonData(
    {...comparison, transform: "none", lag: 0, controls: [], brush: null, weights: null},
    withAll(grain)
  );
  return rows;
}

/** A grain in which no row lacks anything, to ask only for years and lines. */
function withAll(grain: Grain): Grain {
  const whole = new Float64Array(grain.size);
  return {...grain, columns: {...grain.columns, ...Object.fromEntries(namesOf(grain).map((name) => [name, whole]))}};
}

function withinPairs(
  pairs: readonly (readonly [string, string])[],
  comparison: Comparison,
  grain: Grain,
  draws: number
): MatrixEntry[] {
  const rows = kept(comparison, grain);
  const {unit, time, line} = grain;
  const keys = [unit, time, line].filter((name) => name !== null);
  const table = pickRows(grain.columns, rows, [...keys, ...namesOf(grain)]);
  if (grain.kind === "panel" && unit !== null && time !== null)
    return courseMatrix(pairs, table, {unit, time, strata: line ?? undefined, draws}).map((one, at) => {
      const [a = "", b = ""] = pairs[at] ?? [];
      return typeof one === "string"
        ? {a, b, reason: `${capital(one)}.`}
        : {...one, interval: [one.low, one.high] as const};
    });
  const column = (name: string): number[] => Array.from(rows, (row) => valuesOf(grain, name)[row]!);
  const nullable = (name: string): (number | null)[] =>
    column(name).map((value) => (Number.isNaN(value) ? null : value));
  return holm(
    pairs.map(([a, b]) =>
      entry(a, b, () =>
        cellOf(
          time === null
            ? pearson(nullable(a), nullable(b))
            : correlateSeries(nullable(a), nullable(b), column(time), {transform: "difference"})
        )
      )
    )
  );
}

type Unadjusted = Omit<MatrixCell, "adjusted" | "a" | "b">;

function cellOf({terms, n}: Estimate<object>): Unadjusted {
  const [{estimate: r, low, high, p} = {estimate: NaN, low: null, high: null, p: null}] = terms;
  return {r, interval: low === null || high === null ? null : [low, high], p, n};
}

function averagePair(comparison: Comparison, grain: Grain, exposure: string, outcome: string): Unadjusted {
  const pair = {...comparison, exposure, outcome, controls: [], brush: null, transform: "none", lag: 0} as const;
  const data = comparisonData(pair, grain);
  const {r, rInterval, p, n} = betweenUnits(pair, grain, data, data.rows);
  return {r, interval: rInterval, p, n};
}

function entry(a: string, b: string, estimate: () => Unadjusted): MatrixEntry {
  try {
    return {a, b, ...estimate(), adjusted: null};
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {a, b, reason: inSentence(error)};
  }
}

function holm(cells: readonly MatrixEntry[]): MatrixEntry[] {
  const adjusted = adjust(
    cells.map((cell) => ("p" in cell ? cell.p : null)),
    "holm"
  );
  return cells.map((cell, i) => ("p" in cell ? {...cell, adjusted: adjusted[i] ?? null} : cell));
}

/** A greedy chain: each measure is followed by the one most like it of those left. */
function similarFirst(names: readonly string[], cells: readonly MatrixEntry[]): string[] {
  const likeness = new Map<string, number>();
  for (const cell of cells)
    if ("r" in cell) {
      likeness.set(`${cell.a} ${cell.b}`, Math.abs(cell.r));
      likeness.set(`${cell.b} ${cell.a}`, Math.abs(cell.r));
    }
  const left = [...names];
  const order = left.splice(0, 1);
  while (left.length > 0) {
    const like = (name: string | undefined): number => likeness.get(`${order.at(-1)} ${name}`) ?? 0;
    const best = left.reduce((most, name, i) => (like(name) > like(left[most]) ? i : most), 0);
    for (const one of left.splice(best, 1)) order.push(one);
  }
  return order;
}
