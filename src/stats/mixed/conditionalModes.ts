import type {Envelope} from "../linalg/envelope.js";
import {selectedInverse} from "../linalg/selectedInverse.js";
import {effectsOf} from "./effectsOf.js";
import type {MixedDesign} from "./mixedDesign.js";
import type {PenalisedProblem, PenalisedSolution} from "./penalisedLeastSquares.js";

export interface Mode {
  readonly estimate: number;
  readonly se: number;
}

/** By group, level and term. */
export type Modes = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Mode>>>>>>;

/** The random effects' modes given y and the variances, with their standard errors given the fixed coefficients too. */
export function conditionalModes(
  {random, spread}: MixedDesign,
  {columns, places, kept, dense}: PenalisedProblem,
  {factor, own, rows}: PenalisedSolution,
  factors: readonly Float64Array[],
  sigma: number
): Modes {
  const solved = backward(factor, kept);
  const inverse = selectedInverse(factor, kept, dense);
  const covariance = (a: number, b: number): number => inverse[kept.rows[Math.max(a, b)]! + Math.min(a, b)]!;
  const modes: Record<string, Record<string, Record<string, Mode>>> = {};
  random.forEach((design, i) => {
    const {group, names, labels, codes} = design;
    const width = names.length;
    const map = effectsOf(design, factors[i]!);
    for (let level = 0; level < codes.levels; level++) {
      const {u, v} =
        i === 0
          ? ownEffects(own[level]!, rows[level]!, columns[level]!, solved, covariance, width, dense)
          : denseModes(places[i - 1]![level]!, solved, covariance, width);
      const terms = ((modes[group] ??= {})[labels[level]!] ??= {});
      names.forEach((name, a) => {
        let [mode, variance] = [0, 0];
        for (let k = 0; k <= a; k++) {
          mode += map[a]![k]! * u[k]!;
          for (let l = 0; l <= a; l++) variance += map[a]![k]! * map[a]![l]! * v[k * width + l]!;
        }
        terms[name] = {estimate: spread * mode, se: sigma * Math.sqrt(variance)};
      });
    }
  });
  return modes;
}

interface Effects {
  readonly u: Float64Array;
  /** their covariance over s2, width by width */
  readonly v: Float64Array;
}

/** Covariance over s2 of two dense effects that stand in rows of one level of the eliminated term. */
type Covariance = (a: number, b: number) => number;

function denseModes(at: number, solved: Float64Array, covariance: Covariance, width: number): Effects {
  const v = new Float64Array(width * width);
  for (let k = 0; k < width; k++) for (let l = 0; l < width; l++) v[k * width + l] = covariance(at + k, at + l);
  return {u: solved.slice(at, at + width), v};
}

/** u = L^-T (r_y - R x), v = L^-T (I + R S^-1 R') L^-1. */
function ownEffects(
  own: Float64Array,
  block: Float64Array,
  touched: Int32Array,
  solved: Float64Array,
  covariance: Covariance,
  width: number,
  dense: number
): Effects {
  const length = touched.length;
  const u = new Float64Array(width);
  const middle = new Float64Array(width * width);
  for (let k = 0; k < width; k++) {
    let rest = block[k * length + length - 1]!;
    for (let c = 0; c < length - 1; c++) rest -= block[k * length + c]! * solved[touched[c]!]!;
    u[k] = rest;
    for (let l = 0; l < width; l++) {
      let sum = k === l ? 1 : 0;
      for (let a = 0; a < length && touched[a]! < dense; a++)
        for (let b = 0; b < length && touched[b]! < dense; b++)
          sum += block[k * length + a]! * covariance(touched[a]!, touched[b]!) * block[l * length + b]!;
      middle[k * width + l] = sum;
    }
  }
  const lift = (values: Float64Array, at: number, stride: number): void => {
    for (let k = width - 1; k >= 0; k--) {
      let sum = values[at + k * stride]!;
      for (let j = k + 1; j < width; j++) sum -= own[j * width + k]! * values[at + j * stride]!;
      values[at + k * stride] = sum / own[k * width + k]!;
    }
  };
  lift(u, 0, 1);
  for (let l = 0; l < width; l++) lift(middle, l, width);
  for (let k = 0; k < width; k++) lift(middle, k * width, 1);
  return {u, v: middle};
}

/** The solution of all dense and fixed effects, from the factor's last row. */
function backward(factor: Float64Array, {n, first, rows}: Envelope): Float64Array {
  const last = n - 1;
  const x = factor.slice(rows[last], rows[last]! + last);
  for (let j = last - 1; j >= 0; j--) {
    const row = rows[j]!;
    x[j]! /= factor[row + j]!;
    for (let k = first[j]!; k < j; k++) x[k]! -= factor[row + k]! * x[j]!;
  }
  return x;
}
