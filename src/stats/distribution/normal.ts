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
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854
  ]
];
const TAIL: Ratio = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9
  ]
];
const FAR_TAIL: Ratio = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15
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
