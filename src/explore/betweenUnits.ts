import {addedVariable} from "../stats/regression/addedVariable.js";
import {ols} from "../stats/regression/ols.js";
import type {Comparison} from "./comparison.js";
import {type ComparisonData, formulaOf} from "./comparisonData.js";
import {type Grain, placesOf} from "./grain.js";
import {fewestClusters, intervals, type LensEstimate, sketched, termNamed} from "./lensEstimate.js";

/** Units' means against each other, each unit counted once; HC3. */
export function betweenUnits(
  comparison: Comparison,
  grain: Grain,
  data: ComparisonData,
  rows: Int32Array
): LensEstimate {
  return betweenWithErrors(sketchBetween(comparison, grain, data, rows), comparison, grain, data, rows);
}

/** Each unit's means of the measures that are compared. */
function averages(
  comparison: Comparison,
  grain: Grain,
  data: ComparisonData,
  rows: Int32Array
): {readonly table: Record<string, Float64Array>; readonly units: number} {
  const {codes, sizes} = firstSeen(grain, rows);
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
  return {table: Object.fromEntries(names.map((name) => [name, averaged(name)])), units: sizes.length};
}

/** Without errors, intervals and p. */
export function sketchBetween(
  comparison: Comparison,
  grain: Grain,
  data: ComparisonData,
  rows: Int32Array
): LensEstimate {
  const {table, units} = averages(comparison, grain, data, rows);
  const formula = formulaOf(comparison, grain, "none");
  return sketched(addedVariable(formula, table, data.x), data, table, {
    lens: "between",
    formula,
    rows: new Int32Array(),
    n: units,
    clusters: units,
    plain: comparison.controls.length === 0
  });
}

/** A sketch with its errors, which are HC3. */
export function betweenWithErrors(
  one: LensEstimate,
  comparison: Comparison,
  grain: Grain,
  data: ComparisonData,
  rows: Int32Array
): LensEstimate {
  const {table} = averages(comparison, grain, data, rows);
  const term = termNamed(ols(one.formula, table, {vcov: "HC3"}), data.x);
  return {...one, ...intervals(term, one.ratio, null)};
}

/** Units of rows as numbers in the order in which they are met, and how many rows each has. */
function firstSeen(grain: Grain, rows: Int32Array): {codes: Int32Array; sizes: number[]} {
  if (grain.unit === null) return {codes: new Int32Array(rows.length), sizes: [rows.length]};
  const {codes: units, levels} = placesOf(grain, grain.unit);
  const places = new Int32Array(levels).fill(-1);
  const sizes: number[] = [];
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const unit = units[rows[i]!]!;
    if (places[unit]! < 0) {
      places[unit] = sizes.length;
      sizes.push(0);
    }
    const place = places[unit]!;
    codes[i] = place;
    sizes[place]! += 1;
  }
  return {codes, sizes};
}
