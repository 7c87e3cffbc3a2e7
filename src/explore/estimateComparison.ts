/**
 * A comparison's estimates: as the rows are, between units, within them, within unit and year, and the one that was
 * asked for. All arithmetic is the engine's; here it is chosen.
 */
import type {Estimate} from "../stats/estimate.js";
import type {Table} from "../stats/formula/table.js";
import {takeCodes} from "../stats/linalg/takeCodes.js";
import {addedVariable} from "../stats/regression/addedVariable.js";
import {ols} from "../stats/regression/ols.js";
import {betweenWithErrors, sketchBetween} from "./betweenUnits.js";
import type {Comparison, Effects} from "./comparison.js";
import {type ComparisonData, comparisonData, formulaOf, pickRows, vcovOf} from "./comparisonData.js";
import {chosenBy, codesOf, type Grain, placesOf} from "./grain.js";
import {inSentence, inSentences} from "./inSentence.js";
import {
  fewestClusters,
  intervals,
  type Lens,
  type LensEstimate,
  type LensFound,
  sketched,
  termNamed
} from "./lensEstimate.js";

export interface ComparisonEstimate {
  readonly data: ComparisonData;
  /** that which the comparison asks for; its digits are those of the download */
  readonly main: LensEstimate;
  readonly lenses: readonly LensFound[];
}

export const fewDf = 10;
export const fewestRows = 4;
const effectsOf: Readonly<Record<Exclude<Lens, "between">, Effects>> = {raw: "none", within: "unit", both: "unit+time"};

interface EstimateOptions {
  /** instead of those that the comparison chooses */
  readonly rows?: Int32Array;
  /** whether the other ways of looking are wanted beside that of the comparison */
  readonly lenses?: boolean;
}

/** @throws {RangeError} a sentence for the reader, where there is nothing to estimate */
export function estimateComparison(
  comparison: Comparison,
  grain: Grain,
  options: EstimateOptions = {}
): ComparisonEstimate {
  return withErrors(sketchComparison(comparison, grain, options), comparison, grain, options);
}

/**
 * Dots, slopes and correlations, which are there in a moment; without errors, intervals and p.
 *
 * @throws {RangeError} a sentence for the reader, where there is nothing to estimate
 */
export function sketchComparison(
  comparison: Comparison,
  grain: Grain,
  {rows, lenses = true}: EstimateOptions = {}
): ComparisonEstimate {
  const data = comparisonData(comparison, grain);
  const used = rows ?? data.chosen;
  checkRows(comparison, grain, data, used);
  const main = inSentences(() =>
    sketchLens(comparison, grain, data, used, lensOf(comparison.effects), comparison.effects)
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
          ? sketchBetween(comparison, grain, data, used)
          : sketchLens(comparison, grain, data, used, lens, effectsOf[lens])
      );
    })
  };
}

/**
 * A sketch with its errors, intervals and p.
 *
 * @throws {RangeError} a sentence for the reader, where the rows allow none
 */
export function withErrors(
  {data, main, lenses}: ComparisonEstimate,
  comparison: Comparison,
  grain: Grain,
  {rows}: EstimateOptions = {}
): ComparisonEstimate {
  const used = rows ?? data.chosen;
  const finished = inSentences(() => lensWithErrors(main, comparison, grain, data, used));
  return {
    data,
    main: finished,
    lenses: lenses.map((one) => {
      if (one === main) return finished;
      return "reason" in one ? one : attempt(one.lens, () => lensWithErrors(one, comparison, grain, data, used));
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
      `No ${grain.row.one} has both ${label(comparison.exposure)} and ${label(comparison.outcome)}. Choose other ${chosenBy(grain)}.`
    );
  if (rows.length === 0) throw new RangeError(`No ${grain.row.one} is in the stretch. Choose a wider one.`);
  if (rows.length < fewestRows)
    throw new RangeError(
      `With fewer than ${fewestRows} rows we show no estimate; there are ${rows.length}. Choose other ${chosenBy(grain)}.`
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

function sketchLens(
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
  return sketched(left, data, table, {
    lens,
    formula,
    rows: takeCodes(rows, left.rows),
    n: left.rows.length,
    clusters: clustersOf(grain, rows),
    plain: of === "none" && comparison.controls.length === 0
  });
}

function lensWithErrors(
  one: LensEstimate,
  comparison: Comparison,
  grain: Grain,
  data: ComparisonData,
  rows: Int32Array
): LensEstimate {
  if (one.lens === "between") return betweenWithErrors(one, comparison, grain, data, rows);
  const fitted = fit(one.formula, tableOf(comparison, grain, data, rows), comparison, grain);
  const term = termNamed(fitted.estimate, data.x);
  return {...one, ...intervals(term, one.ratio, fitted.refused), n: fitted.estimate.n, refused: fitted.refused};
}

/** of a comparison's data, the table made last: every lens and its errors read the same */
const tables = new WeakMap<ComparisonData, {readonly rows: Int32Array; readonly table: Table}>();

export function tableOf(comparison: Comparison, grain: Grain, data: ComparisonData, rows: Int32Array): Table {
  const known = tables.get(data);
  if (known?.rows === rows) return known.table;
  const table = makeTable(comparison, grain, data, rows);
  tables.set(data, {rows, table});
  return table;
}

function makeTable({controls, weights}: Comparison, grain: Grain, data: ComparisonData, rows: Int32Array): Table {
  const keys = [grain.unit, grain.time, grain.line].filter((name) => name !== null);
  const coded = keys.map((name) => [name, codesOf(grain, name) ?? data.columns[name]!] as const);
  const numbers = [data.y, data.x, ...controls, ...(weights === null ? [] : [weights])];
  return pickRows({...data.columns, ...Object.fromEntries(coded)}, rows, [...numbers, ...keys]);
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

function clustersOf(grain: Grain, rows: Int32Array): number {
  if (grain.unit === null) return 0;
  const {codes, levels} = placesOf(grain, grain.unit);
  const seen = new Uint8Array(levels);
  let found = 0;
  for (let i = 0; i < rows.length; i++) {
    const unit = codes[rows[i]!]!;
    if (seen[unit] === 0) found += 1;
    seen[unit] = 1;
  }
  return found;
}
