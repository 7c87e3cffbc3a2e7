import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {probability} from "./probability.js";
import type {QuantileOptions} from "./probability.js";
import {solveConcave} from "./solveConcave.js";

/**
 * Standard normal distribution, each tail to full relative accuracy down to the smallest double.
 *
 * Method     near 0 the series of positive terms for P(0 < Z < z); from 1.2 on Laplace's continued fraction for the
 *            Mills ratio; quantiles by Newton's method on the logarithm of the tail
 * Checked    50-digit arithmetic; R's pnorm and qnorm; @stdlib where it is right
 */
const SQRT_2PI = 2.5066282746310007;
const LOG_SQRT_2PI = 0.9189385332046727;
const FAR = 1.2;

export function normalDensity(z: number): number {
  return gauss(z) / SQRT_2PI;
}

export function normalCdf(z: number): number {
  return normalUpper(-z);
}

/** P(Z > z) */
export function normalUpper(z: number): number {
  if (z !== z) throw new InvalidArgument("invalid z; not a number: NaN");
  if (z > FAR) return z > 39 ? 0 : normalDensity(z) * millsRatio(z);
  if (z < -FAR) return 1 - normalUpper(-z);
  return 0.5 - central(z);
}

/** log P(Z > z), also where the probability itself underflows */
export function normalLogUpper(z: number): number {
  return z > FAR
    ? -0.5 * z * z - LOG_SQRT_2PI + Math.log(millsRatio(z))
    : z < -FAR
      ? Math.log1p(-normalUpper(-z))
      : Math.log(normalUpper(z));
}

export function normalQuantile(p: number, {upper = false, ...others}: QuantileOptions = {}): number {
  closedOptions("normalQuantile", others, ["upper"]);
  const {lower, upper: above} = probability(p, upper);
  if (lower === 0 || above === 0) return lower === 0 ? -Infinity : Infinity;
  const tail = Math.min(lower, above);
  const sign = lower < above ? -1 : 1;
  if (tail > 0.15) {
    const distance = Math.abs((upper ? above : lower) - 0.5);
    if (distance === 0) return 0;
    return sign * solveConcave((z) => (central(z) - distance) / normalDensity(z), distance * SQRT_2PI);
  }
  const target = Math.log(tail);
  return sign * solveConcave((z) => (target - normalLogUpper(z)) * millsRatio(z), Math.sqrt(-2 * target));
}

/** P(0 < Z < z), odd in z */
function central(z: number): number {
  const square = z * z;
  let term = z;
  let sum = z;
  for (let k = 3; ; k += 2) {
    term *= square / k;
    const next = sum + term;
    if (next === sum) return sum * normalDensity(z);
    sum = next;
  }
}

/** P(Z > z) / density(z), for z of 0.5 and more */
function millsRatio(z: number): number {
  const depth = Math.ceil(420 / (z * z)) + 8;
  let value = z;
  for (let k = depth; k > 0; k--) value = z + k / value;
  return 1 / value;
}

/** exp(-z^2 / 2) with the square split, since its rounding error would grow with the exponent */
function gauss(z: number): number {
  if (Math.abs(z) > 39) return 0;
  const coarse = Math.round(z * 16) / 16;
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (z - coarse) * (z + coarse));
}
