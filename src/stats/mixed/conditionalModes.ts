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
  {columns, offsets}: PenalisedProblem,
  {factor, size, dense, own, rows}: PenalisedSolution,
  factors: readonly Float64Array[],
  sigma: number
): Modes {
  const solved = backward(factor, size);
  const inverse = inverseOf(factor, size, dense);
  const modes: Record<string, Record<string, Record<string, Mode>>> = {};
  random.forEach((design, i) => {
    const {group, names, labels, codes} = design;
    const width = names.length;
    const map = effectsOf(design, factors[i]!);
    for (let level = 0; level < codes.levels; level++) {
      const {u, v} =
        i === 0
          ? ownEffects(own[level]!, rows[level]!, columns[level]!, solved, inverse, width, dense)
          : denseEffects(offsets[i - 1]! + level * width, solved, inverse, width, dense);
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

function denseEffects(at: number, solved: Float64Array, inverse: Float64Array, width: number, dense: number): Effects {
  const v = new Float64Array(width * width);
  for (let k = 0; k < width; k++)
    for (let l = 0; l < width; l++) v[k * width + l] = inverse[(at + k) * dense + at + l]!;
  return {u: solved.slice(at, at + width), v};
}

/** u = L^-T (r_y - R x), v = L^-T (I + R S^-1 R') L^-1. */
function ownEffects(
  own: Float64Array,
  block: Float64Array,
  touched: Int32Array,
  solved: Float64Array,
  inverse: Float64Array,
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
          sum += block[k * length + a]! * inverse[touched[a]! * dense + touched[b]!]! * block[l * length + b]!;
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
function backward(factor: Float64Array, size: number): Float64Array {
  const x = new Float64Array(size - 1);
  for (let j = size - 2; j >= 0; j--) {
    let sum = factor[(size - 1) * size + j]!;
    for (let k = j + 1; k < size - 1; k++) sum -= factor[k * size + j]! * x[k]!;
    x[j] = sum / factor[j * size + j]!;
  }
  return x;
}

/** (L L')^-1 of the dense effects' part of the factor. */
function inverseOf(factor: Float64Array, size: number, dense: number): Float64Array {
  const root = new Float64Array(dense * dense);
  for (let j = 0; j < dense; j++)
    for (let i = j; i < dense; i++) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k++) sum -= factor[i * size + k]! * root[j * dense + k]!;
      root[j * dense + i] = sum / factor[i * size + i]!;
    }
  const result = new Float64Array(dense * dense);
  for (let a = 0; a < dense; a++)
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let k = a; k < dense; k++) sum += root[a * dense + k]! * root[b * dense + k]!;
      result[a * dense + b] = sum;
      result[b * dense + a] = sum;
    }
  return result;
}
