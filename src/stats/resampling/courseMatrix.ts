/**
 * Correlations of every two columns within unit and period, each with what an exchange of courses says of it.
 *
 * Model      r of the two residuals after unit and period are taken out; whose course it was tells nothing of the other
 *            column. Taking out commutes with the exchange of units that are seen in the same periods, so that it is done
 *            once a column and set of rows, and an exchange once for all columns
 * P          (b + 1) / (m + 1), b exchanges with |r| at least as great; adjusted for the number of pairs by the step-down
 *            greatest |r| of each exchange
 * Interval   exchangeInterval of the slope, times sd(x~) / sd(y~)
 * Source     Westfall & Young (1993); Winkler et al. (2014)
 * Not here   controls and weights, with which taking out does not commute: permuteCourses
 */
import {closedOptions} from "../errors/closedOptions.js";
import {westfallYoung} from "../adjustment/westfallYoung.js";
import {outside} from "../description/outside.js";
import type {Table} from "../formula/table.js";
import {productsWith} from "../linalg/productsWith.js";
import {random} from "../random.js";
import {demeaner} from "../regression/demeaner.js";
import {courses} from "./courses.js";
import {exchangeInterval} from "./exchangeInterval.js";

export interface CourseCorrelation {
  readonly a: string;
  readonly b: string;
  readonly r: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly adjusted: number;
  readonly n: number;
}

export interface CourseMatrixOptions {
  readonly unit: string;
  readonly time: string;
  readonly strata?: string;
  readonly draws?: number;
  readonly seed?: number;
  readonly level?: number;
}

/** Pairs that share their rows, and their columns less unit and period, of length one. */
interface Ground {
  readonly rows: Int32Array;
  readonly pairs: {readonly at: number; readonly a: string; readonly b: string}[];
  readonly columns: Map<string, Float64Array>;
}

const least = 1e-9;

/** @returns by pair, in the order given; a pair that is not identified as the reason */
export function courseMatrix(
  pairs: readonly (readonly [string, string])[],
  table: Table,
  {unit, time, strata, draws = 999, seed = 1, level = 0.95, ...others}: CourseMatrixOptions
): (CourseCorrelation | string)[] {
  closedOptions("courseMatrix", others, ["unit", "time", "strata", "draws", "seed", "level"]);
  const result: (CourseCorrelation | string)[] = pairs.map(() => "no rows have both");
  const drawn = new Map<number, Float64Array>();
  for (const ground of groundsOf(pairs, table)) {
    const {rows, columns} = ground;
    takeOut(ground, table, {unit, time});
    let exchanged;
    try {
      exchanged = courses(rows, {unit: table[unit]!, time: table[time]!, strata: strata ? table[strata]! : null});
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      for (const {at} of ground.pairs) result[at] = error.message;
      continue;
    }
    const used = ground.pairs.filter(({at, a, b}) => {
      const gone = [a, b].find((name) => !columns.has(name));
      if (gone !== undefined) result[at] = `${gone} does not vary within unit and period`;
      return gone === undefined;
    });
    const us = used.map(() => new Float64Array(draws));
    const own = new Map(used.map(({a}) => [a, new Float64Array(draws)]));
    const moved = new Float64Array(rows.length);
    const moves = Array.from(own, ([name, vs]) => {
      const paired = used.flatMap(({a, b}, pair) => (a === name ? [[columns.get(b)!, us[pair]!] as const] : []));
      const from = columns.get(name)!;
      return {
        from,
        partners: [from, ...paired.map(([column]) => column)],
        into: [vs, ...paired.map(([, products]) => products)]
      };
    });
    const {below} = random(seed).stream("courses");
    for (let k = 0; k < draws; k++) {
      const source = exchanged.exchange(below);
      for (const {from, partners, into} of moves) {
        exchangeInto(moved, from, source);
        productsWith(moved, partners, into, k);
      }
    }
    used.forEach(({at, a, b}, pair) => {
      const r = Math.max(-1, Math.min(1, dot(columns.get(a)!, columns.get(b)!)));
      const [low, high] = exchangeInterval({u: r, v: 1, us: us[pair]!, vs: own.get(a)!}, 2 * outside(level));
      let beyond = 0;
      for (const value of us[pair]!) if (Math.abs(value) >= Math.abs(r) - 1e-11) beyond += 1;
      const p = (beyond + 1) / (draws + 1);
      result[at] = {a, b, r, low: Math.max(-1, low), high: Math.min(1, high), p, adjusted: p, n: rows.length};
      drawn.set(at, us[pair]!);
    });
  }
  return adjusted(result, drawn, draws);
}

function exchangeInto(moved: Float64Array, from: Float64Array, source: Int32Array): void {
  for (let i = 0; i < moved.length; i++) moved[i] = from[source[i]!]!;
}

function adjusted(
  result: readonly (CourseCorrelation | string)[],
  drawn: ReadonlyMap<number, Float64Array>,
  draws: number
): (CourseCorrelation | string)[] {
  const places = [...drawn.keys()];
  if (places.length === 0) return [...result];
  const observed = places.map((at) => (result[at] as CourseCorrelation).r);
  const rows = Array.from({length: draws}, (_, k) => Float64Array.from(places, (at) => drawn.get(at)![k]!));
  const p = westfallYoung(observed, rows);
  return result.map((one, at) => (typeof one === "string" ? one : {...one, adjusted: p[places.indexOf(at)]!}));
}

function groundsOf(pairs: readonly (readonly [string, string])[], table: Table): Ground[] {
  const grounds = new Map<string, Ground>();
  const known = (name: string): Float64Array => table[name] as Float64Array;
  pairs.forEach(([a, b], at) => {
    const [x, y] = [known(a), known(b)];
    const rows: number[] = [];
    for (let row = 0; row < x.length; row++) if (!Number.isNaN(x[row]! + y[row]!)) rows.push(row);
    if (rows.length < 4) return;
    const key = rows.length === x.length ? "all" : rows.join(" ");
    const ground: Ground = grounds.get(key) ?? {rows: Int32Array.from(rows), pairs: [], columns: new Map()};
    ground.pairs.push({at, a, b});
    grounds.set(key, ground);
  });
  return [...grounds.values()];
}

/** Columns with nothing left within unit and period are left out. */
function takeOut({rows, pairs, columns}: Ground, table: Table, {unit, time}: {unit: string; time: string}): void {
  const demean = demeaner([unit, time].map((name) => ({name, ...coded(rows, table[name]!)})));
  for (const name of new Set(pairs.flatMap(({a, b}) => [a, b]))) {
    const raw = Float64Array.from(rows, (row) => Number(table[name]![row]));
    const centred = raw.map((value) => value - raw[0]!);
    const rest = demean(centred);
    const size = Math.sqrt(dot(rest, rest));
    if (size > least * Math.sqrt(dot(centred, centred)))
      columns.set(
        name,
        rest.map((value) => value / size)
      );
  }
}

function coded(rows: Int32Array, labels: Table[string]): {levels: number; codes: Int32Array} {
  const places = new Map<unknown, number>();
  const codes = Int32Array.from(rows, (row) => {
    const label = labels[row];
    const place = places.get(label) ?? places.size;
    places.set(label, place);
    return place;
  });
  return {levels: places.size, codes};
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
