/**
 * The slope of an outcome on an exposure, both less what else a design holds.
 *
 * Errors     CR1 by unit: scores s_g = sum over the unit's rows of x (y - b x) = a_g - b q_g; df units less 1
 */
import {studentTTwoSided} from "../distribution/studentT.js";
import type {Residual} from "./residualsOn.js";
import type {Ground} from "./specificationGrounds.js";

export interface Slope {
  readonly estimate: number;
  readonly se: number;
  readonly p: number;
  /** estimate times sd(x) / sd(y) in its rows: comparable across outcomes */
  readonly standardised: number;
}

/** What any outcome's slope on it takes of an exposure. */
export interface ExposureLeft {
  readonly x: Residual;
  /** its squares, by unit */
  readonly byUnit: Float64Array;
}

/** below this share of a column's magnitude a spread is rounding */
const rounding = 1e-12;

export function exposureLeft(
  {unit}: Ground,
  x: Residual,
  byUnit: Float64Array = new Float64Array(unit.levels)
): ExposureLeft {
  productsByUnit(x.values, x.values, unit.codes, byUnit);
  return {x, byUnit};
}

/** @returns the reason where the one does not vary beside the other terms, or nothing is left over */
export function slopeOf(
  {unit, rows, meanWeight}: Ground,
  {x, byUnit}: ExposureLeft,
  y: Residual,
  scores: Float64Array = new Float64Array(unit.levels)
): Slope | string {
  if (!(y.spread > rounding * y.scale)) return "the outcome does not vary";
  if (!(x.spread > rounding * x.scale)) return "the exposure does not vary";
  const least = 1e-14 * meanWeight * rows.length;
  if (!(x.squares > least * x.spread ** 2)) return "the exposure does not vary beside the other terms";
  if (!(y.squares > least * y.spread ** 2)) return "the outcome does not vary beside the other terms";
  productsByUnit(x.values, y.values, unit.codes, scores);
  let along = 0;
  for (let g = 0; g < scores.length; g++) along += scores[g]!;
  const b = along / x.squares;
  let meat = 0;
  for (let g = 0; g < scores.length; g++) meat += (scores[g]! - b * byUnit[g]!) ** 2;
  const units = scores.length;
  const se = Math.sqrt((meat * units) / (units - 1)) / x.squares;
  if (!(se > rounding * Math.abs(b)) || !Number.isFinite(se)) return "no residual is left";
  return {estimate: b, se, p: studentTTwoSided(b / se, units - 1), standardised: (b * x.spread) / y.spread};
}

function productsByUnit(a: Float64Array, b: Float64Array, codes: Int32Array, into: Float64Array): void {
  into.fill(0);
  for (let i = 0; i < a.length; i++) into[codes[i]!]! += a[i]! * b[i]!;
}
