/**
 * A comparison's estimates: as the rows are, between units, within them, within unit and year, and the one that was
 * asked for. All arithmetic is the engine's; here it is chosen.
 */
import type {Estimate, Term} from "../stats/estimate.js";
import type {Table} from "../stats/formula/table.js";
import {takeRows} from "../stats/linalg/takeRows.js";
import {addedVariable} from "../stats/regression/addedVariable.js";
import {ols} from "../stats/regression/ols.js";
import type {Comparison, Effects} from "./comparison.js";
import {type ComparisonData, comparisonData, formulaOf, pickRows, vcovOf} from "./comparisonData.js";
import {codesOf, type Grain, labelsOf} from "./grain.js";
import {inSentence, inSentences} from "./inSentence.js";

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

export type Interval = readonly [number, number];

export interface ComparisonEstimate {
  readonly data: ComparisonData;
  /** that which the comparison asks for; its digits are those of the download */
  readonly main: LensEstimate;
  readonly lenses: readonly (LensEstimate | {readonly lens: Lens; readonly reason: string})[];
}

export const fewestClusters = 5;
export const fewDf = 10;
export const fewestRows = 4;
const effectsOf: Readonly<Record<Exclude<Lens, "between">, Effects>> = {raw: "none", within: "unit", both: "unit+time"};

/** @throws {RangeError} a sentence for the reader, where there is nothing to estimate */
export function estimateComparison(
  comparison: Comparison,
  grain: Grain,
  {rows, lenses = true}: {readonly rows?: Int32Array; readonly lenses?: boolean} = {}
): ComparisonEstimate {
  const data = comparisonData(comparison, grain);
  const used = rows ?? data.chosen;
  checkRows(comparison, grain, data, used);
  const main = inSentences(() =>
    estimateLens(comparison, grain, data, used, lensOf(comparison.effects), comparison.effects)
  );
  if (!lenses) return {data, main, lenses: []};
  const kinds: readonly Lens[] = grain.kind === "panel" ? ["raw", "between", "within", "both"] : ["raw"];
  return {
    data,
    main,
    lenses: kinds.map((lens) => {
      if (lens === main.lens && lens !== "between" && effectsOf[lens] === comparison.effects) return main;
      return attempt(lens, () =>
        lens === "between"
          ? betweenUnits(comparison, grain, data, used)
          : estimateLens(comparison, grain, data, used, lens, effectsOf[lens])
      );
    })
  };
}

/** The comparison's slope among some rows, where neither its interval nor its dots are asked for. */
export function slopeAmong(rows: Int32Array, comparison: Comparison, grain: Grain, data: ComparisonData): number {
  checkRows(comparison, grain, data, rows);
  const {weights} = comparison;
  const table = tableOf(comparison, grain, data, rows);
  return termNamed(ols(formulaOf(comparison, grain), table, {weights: weights ?? undefined}), data.x).estimate;
}

function lensOf(of: Effects): Lens {
  return of === "none" ? "raw" : of === "unit" ? "within" : of === "time" ? "raw" : "both";
}

function attempt<Result>(lens: Lens, estimate: () => Result): Result | {readonly lens: Lens; readonly reason: string} {
  try {
    return estimate();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {lens, reason: inSentence(error)};
  }
}

/** @throws {RangeError} a sentence, where so few rows are left, or a column never varies */
function checkRows(comparison: Comparison, grain: Grain, data: ComparisonData, rows: Int32Array): void {
  const label = (name: string): string => grain.measures.find((one) => one.name === name)?.label ?? name;
  if (data.rows.length === 0)
    throw new RangeError(
      `No ${grain.row.one} has both ${label(comparison.exposure)} and ${label(comparison.outcome)}. Choose other measures, years or lines.`
    );
  if (rows.length === 0) throw new RangeError(`No ${grain.row.one} is in the stretch. Choose a wider one.`);
  if (rows.length < fewestRows)
    throw new RangeError(
      `With fewer than ${fewestRows} rows we show no estimate; there are ${rows.length}. Choose other measures, years or lines.`
    );
  for (const [name, words] of [
    [data.x, label(comparison.exposure)],
    [data.y, label(comparison.outcome)]
  ] as const) {
    const column = data.columns[name] as Float64Array;
    const first = column[rows[0]!];
    if (rows.every((row) => column[row] === first))
      throw new RangeError(`${capitalised(words)} never varies among these rows, so there is no correlation.`);
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function estimateLens(
  comparison: Comparison,
  grain: Grain,
  data: ComparisonData,
  rows: Int32Array,
  lens: Lens,
  of: Effects
): LensEstimate {
  const formula = formulaOf(comparison, grain, of);
  const {weights} = comparison;
  const table = tableOf(comparison, grain, data, rows);
  const left = addedVariable(formula, table, data.x, {weights: weights ?? undefined});
  const fitted = fit(formula, table, comparison, grain);
  const term = termNamed(fitted.estimate, data.x);
  return {
    lens,
    formula,
    ...drawn(left, data, table, of === "none" && comparison.controls.length === 0),
    rows: left.rows.map((row) => rows[row]!),
    r: left.r,
    ...intervals(term, left.ratio, fitted.refused),
    n: fitted.estimate.n,
    clusters: clustersOf(grain, rows),
    refused: fitted.refused
  };
}

export function tableOf({controls, weights}: Comparison, grain: Grain, data: ComparisonData, rows: Int32Array): Table {
  const keys = [grain.unit, grain.time, grain.line].filter((name) => name !== null);
  const coded = keys.map((name) => [name, codesOf(grain, name) ?? data.columns[name]!] as const);
  const numbers = [data.y, data.x, ...controls, ...(weights === null ? [] : [weights])];
  return pickRows({...data.columns, ...Object.fromEntries(coded)}, rows, [...numbers, ...keys]);
}

/** Residuals are drawn about the columns' means, so that their axes are those of the measures. */
function drawn(
  {x, y, rows, slope}: {x: Float64Array; y: Float64Array; rows: Int32Array; slope: number},
  data: ComparisonData,
  table: Table,
  plain: boolean
): Pick<LensEstimate, "x" | "y" | "slope" | "intercept"> {
  const [given, taken] = [table[data.x] as Float64Array, table[data.y] as Float64Array];
  const [mx, my] = [meanAt(given, rows), meanAt(taken, rows)];
  const intercept = my - slope * mx;
  return plain
    ? {x: takeRows(given, rows), y: takeRows(taken, rows), slope, intercept}
    : {x: x.map((value) => value + mx), y: y.map((value) => value + my), slope, intercept};
}

function meanAt(column: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const row of rows) sum += column[row]!;
  return sum / rows.length;
}

interface Fitted {
  readonly estimate: Estimate<object>;
  readonly refused: string | null;
}

/** Under five clusters there is no interval; the estimate stays. */
function fit(formula: string, table: Table, {weights, errors}: Comparison, grain: Grain): Fitted {
  const vcov = vcovOf(errors, grain);
  const options = {weights: weights ?? undefined};
  if (typeof vcov !== "object") return {estimate: ols(formula, table, {...options, vcov}), refused: null};
  const clusters = countDistinct(table[vcov.cluster]!);
  if (clusters >= fewestClusters) return {estimate: ols(formula, table, {...options, vcov}), refused: null};
  return {
    estimate: ols(formula, table, {...options, vcov: "iid"}),
    refused: `With ${clusters} ${grain.unitWords.many} there is no interval that can be relied on. It takes ${fewestClusters} or more.`
  };
}

function countDistinct(column: Table[string]): number {
  const seen = new Set<unknown>();
  for (let row = 0; row < column.length; row++) seen.add(column[row]);
  return seen.size;
}

function termNamed({terms}: Estimate<object>, name: string): Term {
  const found = terms.find(({term}) => term === name);
  if (!found) throw new RangeError(`missing term: ${name}`);
  return found;
}

function intervals(
  {low, high, p, se, df}: Term,
  ratio: number,
  refused: string | null
): Pick<LensEstimate, "slopeInterval" | "rInterval" | "p" | "se" | "df"> {
  if (refused !== null || low === null || high === null || p === null)
    return {slopeInterval: null, rInterval: null, p: null, se: null, df: null};
  const bound = (value: number): number => Math.max(-1, Math.min(1, value * ratio));
  return {slopeInterval: [low, high], rInterval: [bound(low), bound(high)], p, se, df};
}

function clustersOf(grain: Grain, rows: Int32Array): number {
  if (grain.unit === null) return 0;
  const unit = codesOf(grain, grain.unit) ?? labelsOf(grain, grain.unit);
  return countDistinct(Array.from(rows, (row) => unit[row]!));
}

/** Units' means against each other, each unit counted once; HC3. */
export function betweenUnits(
  comparison: Comparison,
  grain: Grain,
  data: ComparisonData,
  rows: Int32Array
): LensEstimate {
  const {codes, sizes} = firstSeen(labelsOf(grain, grain.unit), rows);
  const averaged = (name: string): Float64Array => {
    const column = data.columns[name] as Float64Array;
    const origin = column[rows[0]!]!;
    const means = new Float64Array(sizes.length);
    for (let i = 0; i < rows.length; i++) means[codes[i]!]! += (column[rows[i]!]! - origin) / sizes[codes[i]!]!;
    return means.map((value) => origin + value);
  };
  if (sizes.length < fewestClusters)
    throw new RangeError(
      `With ${sizes.length} ${grain.unitWords.many} we do not compare their averages. It takes ${fewestClusters} or more.`
    );
  const names = [data.y, data.x, ...comparison.controls];
  const table = Object.fromEntries(names.map((name) => [name, averaged(name)]));
  const formula = formulaOf(comparison, grain, "none");
  const left = addedVariable(formula, table, data.x);
  const term = termNamed(ols(formula, table, {vcov: "HC3"}), data.x);
  return {
    lens: "between",
    formula,
    ...drawn(left, data, table, comparison.controls.length === 0),
    rows: new Int32Array(),
    r: left.r,
    ...intervals(term, left.ratio, null),
    n: sizes.length,
    clusters: sizes.length,
    refused: null
  };
}

/** Labels of rows as numbers in the order in which they are met, and how many rows each has. */
function firstSeen(labels: readonly string[], rows: Int32Array): {codes: Int32Array; sizes: number[]} {
  const places = new Map<string, number>();
  const sizes: number[] = [];
  const codes = rows.map((row) => {
    const place = places.get(labels[row]!) ?? places.size;
    places.set(labels[row]!, place);
    sizes[place] = (sizes[place] ?? 0) + 1;
    return place;
  });
  return {codes, sizes};
}
