import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {probability} from "./probability.js";
import type {QuantileOptions} from "./probability.js";

/**
 * Standard normal distribution, each tail to full relative accuracy down to the smallest double.
 *
 * Method     near 0 the series of positive terms for P(0 < Z < z); from 1.2 on Laplace's continued fraction for the
 *            Mills ratio; quantiles by ratios of polynomials
 * Source     for quantiles Wichura (1988), algorithm AS 241, doi:10.2307/2347330
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
  const sign = lower < above ? -1 : 1;
  const distance = Math.abs((upper ? above : lower) - 0.5);
  if (distance <= 0.425) return sign * distance * ratioAt(0.180625 - distance * distance, MIDDLE);
  const reach = Math.sqrt(-Math.log(Math.min(lower, above)));
  return sign * (reach <= 5 ? ratioAt(reach - 1.6, TAIL) : ratioAt(reach - 5, FAR_TAIL));
}

/** Two polynomials, the constant first: the numerator's value over the denominator's. */
type Ratio = readonly [readonly number[], readonly number[]];

// Wichura's PPND16: |p - 1/2| of at most 0.425, and beyond it by r = sqrt(-log tail) up to 5 and from there on
const MIDDLE: Ratio = [
  [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
    67265.770927008700853, 33430.575583588128105, 2509.0809287301226727
  ],
  [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852854561
  ]
];
const TAIL: Ratio = [
  [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4
  ],
  [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9
  ]
];
const FAR_TAIL: Ratio = [
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7
  ],
  [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15
  ]
];

function ratioAt(x: number, [over, under]: Ratio): number {
  let [top, bottom] = [0, 0];
  for (let k = over.length - 1; k >= 0; k--) {
    top = top * x + over[k]!;
    bottom = bottom * x + under[k]!;
  }
  return top / bottom;
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
