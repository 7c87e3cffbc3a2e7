import type {Term, Estimate} from "../stats/estimate.js";
import type {Table} from "../stats/formula/table.js";
import type {AddedVariable} from "../stats/regression/addedVariable.js";
import {takeRows} from "../stats/linalg/takeRows.js";
import type {ComparisonData} from "./comparisonData.js";

export type Lens = "raw" | "between" | "within" | "both";

/** One way of looking at the two: what is left of them, the line through it, and its interval. */
export interface LensEstimate {
  readonly lens: Lens;
  readonly formula: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** rows of the grain that the dots are of; none between units */
  readonly rows: Int32Array;
  readonly slope: number;
  readonly intercept: number;
  readonly r: number;
  /** by which a slope and its interval become a correlation and its own */
  readonly ratio: number;
  readonly slopeInterval: Interval | null;
  readonly rInterval: Interval | null;
  readonly p: number | null;
  readonly se: number | null;
  readonly df: number | null;
  readonly n: number;
  readonly clusters: number;
  /** why there is no interval, in a sentence */
  readonly refused: string | null;
}

/** A way of looking, or why there is nothing to look at. */
export type LensFound<Found = LensEstimate> = Found | {readonly lens: Lens; readonly reason: string};

export type Interval = readonly [number, number];

/** under so few there is no interval */
export const fewestClusters = 5;

/** What is left of the two, without errors, intervals and p; of what it is, its caller says. */
export function sketched(
  left: AddedVariable,
  data: ComparisonData,
  table: Table,
  {plain, ...of}: Pick<LensEstimate, "lens" | "formula" | "rows" | "n" | "clusters"> & {readonly plain: boolean}
): LensEstimate {
  return {...of, ...drawn(left, data, table, plain), r: left.r, ratio: left.ratio, ...none, refused: null};
}

/** Residuals are drawn about the columns' means, so that their axes are those of the measures. */
function drawn(
  {x, y, rows, slope}: AddedVariable,
  data: ComparisonData,
  table: Table,
  plain: boolean
): Pick<LensEstimate, "x" | "y" | "slope" | "intercept"> {
  const [given, taken] = [table[data.x] as Float64Array, table[data.y] as Float64Array];
  const [mx, my] = [meanAt(given, rows), meanAt(taken, rows)];
  const intercept = my - slope * mx;
  return plain
    ? {x: takeRows(given, rows), y: takeRows(taken, rows), slope, intercept}
    : {x: raise(x, mx), y: raise(y, my), slope, intercept};
}

/** Every value by so much, in place. */
function raise(values: Float64Array, by: number): Float64Array {
  for (let i = 0; i < values.length; i++) values[i]! += by;
  return values;
}

function meanAt(column: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += column[rows[i]!]!;
  return sum / rows.length;
}

/** @throws {RangeError} if the estimate has no such term */
export function termNamed({terms}: Estimate<object>, name: string): Term {
  const found = terms.find(({term}) => term === name);
  if (!found) throw new RangeError(`missing term: ${name}`);
  return found;
}

type LensErrors = Pick<LensEstimate, "slopeInterval" | "rInterval" | "p" | "se" | "df">;

/** what a sketch has of errors */
const none: LensErrors = {slopeInterval: null, rInterval: null, p: null, se: null, df: null};

export function intervals({low, high, p, se, df}: Term, ratio: number, refused: string | null): LensErrors {
  if (refused !== null || low === null || high === null || p === null) return none;
  return {slopeInterval: [low, high], rInterval: correlationsOf([low, high], ratio), p, se, df};
}

/** A slope's interval as that of the correlation, which ends at -1 and 1. */
export function correlationsOf(slopes: Interval, ratio: number): Interval {
  const [low, high] = slopes.map((end) => Math.max(-1, Math.min(1, end * ratio)));
  return [low!, high!];
}
