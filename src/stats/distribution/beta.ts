import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {deviance} from "./deviance.js";
import {logGamma} from "./logGamma.js";
import {positive} from "./positive.js";
import {probability} from "./probability.js";
import type {QuantileOptions} from "./probability.js";
import {solveConcave} from "./solveConcave.js";
import {stirlingError} from "./stirlingError.js";

/** below this log-odds the tail is x^a / (a B(a, b)) to the last digit */
const UNDERFLOW = -650;

/**
 * Beta distribution: the regularised incomplete beta function I_x(a, b), either tail computed directly.
 *
 * Method     Gauss's continued fraction by Lentz's method, times x^a (1 - x)^b / B(a, b) in Loader's saddle-point form;
 *            quantiles by Newton's method on the log-odds scale, where the logarithm of either tail is concave
 * Source     DiDonato & Morris (1992), doi:10.1145/131766.131776; Loader (2000)
 * Checked    50-digit arithmetic; R's pbeta and qbeta; @stdlib
 */
export function betaCdf(x: number, a: number, b: number): number {
  return incompleteBeta(a, b, x, 1 - x);
}

export function betaUpper(x: number, a: number, b: number): number {
  return incompleteBeta(b, a, 1 - x, x);
}

export function betaQuantile(p: number, a: number, b: number, options: QuantileOptions = {}): number {
  closedOptions("betaQuantile", options, ["upper"]);
  const odds = betaOdds(p, a, b, options);
  return odds === Infinity ? 1 : odds / (1 + odds);
}

/** x / (1 - x) at the quantile: exact where x itself rounds to 1 */
export function betaOdds(p: number, a: number, b: number, {upper = false, ...others}: QuantileOptions = {}): number {
  closedOptions("betaOdds", others, ["upper"]);
  checkShapes(a, b);
  const {lower, upper: above} = probability(p, upper);
  if (lower === 0 || above === 0) return lower === 0 ? 0 : Infinity;
  return lower <= above ? Math.exp(logOdds(lower, a, b)) : Math.exp(-logOdds(above, b, a));
}

/** I_x(a, b) for x and y = 1 - x given apart, so that neither is lost to rounding */
export function incompleteBeta(a: number, b: number, x: number, y: number): number {
  checkShapes(a, b);
  if (x !== x || y !== y) throw new InvalidArgument(`invalid x; not a number: ${x}`);
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x * (a + b + 2) <= a + 1) return lowerTail(a, b, x, y);
  const complement = lowerTail(b, a, y, x);
  if (complement < 0.9) return 1 - complement;
  const direct = lowerTail(a, b, x, y);
  return direct === direct ? direct : -Math.expm1(logPowerSeries(b, a, y));
}

/** log(x^a y^b / B(a, b)) */
export function logPower(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const difference = a * y - b * x;
  return (
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x, difference) -
    deviance(b, n * y, -difference) +
    0.5 * Math.log((a * (b / n)) / (2 * Math.PI))
  );
}

function logOdds(p: number, a: number, b: number): number {
  const target = Math.log(p);
  const atUnderflow = logPower(a, b, Math.exp(UNDERFLOW), 1) - Math.log(a);
  return solveConcave(
    (u) => {
      if (u < UNDERFLOW) return u - UNDERFLOW + (atUnderflow - target) / a;
      const x = 1 / (1 + Math.exp(-u));
      const y = 1 / (1 + Math.exp(u));
      const logTail = logLowerTail(a, b, x, y);
      return (logTail - target) * Math.exp(logTail - logPower(a, b, x, y));
    },
    Math.log(a / b)
  );
}

function logLowerTail(a: number, b: number, x: number, y: number): number {
  if (x * (a + b + 2) <= a + 1) return logPower(a, b, x, y) + Math.log(fraction(a, b, x, y));
  return Math.log(incompleteBeta(a, b, x, y));
}

function lowerTail(a: number, b: number, x: number, y: number): number {
  const power = logPower(a, b, x, y);
  return Math.min(1, Math.exp(power + Math.log(fraction(a, b, x, y))));
}

/**
 * I_x(a, b) over x^a y^b / B(a, b): the even part of Gauss's continued fraction, in which x near 1 does no harm; NaN
 * where it does not end
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const limit = 2000 + 40 * Math.sqrt(a + b);
  const lambda = a * y - b * x;
  let value = nonzero((a / (a + 1)) * (lambda + 1));
  let c = value;
  let d = 0;
  for (let n = 1; n < limit; n++) {
    const middle = a + 2 * n - 1;
    const alpha = ((a + n - 1) / middle) * ((a + b + n - 1) / middle) * n * (b - n) * x * x;
    const beta = n + (n * (b - n) * x) / middle + ((a + n) / (middle + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / nonzero(beta + alpha * d);
    c = nonzero(beta + alpha / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 4e-16) return 1 / value;
  }
  return NaN;
}

/** log I_x(a, b) for small x, where the continued fraction of the other tail does not end: a and x are then tiny */
function logPowerSeries(a: number, b: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 500; n++) {
    term *= ((n - b) / n) * x;
    const next = sum + (a * term) / (a + n);
    if (next === sum) break;
    sum = next;
  }
  const gammas = (b - 0.5) * Math.log1p(a / b) + a * Math.log(a + b) - a + stirlingError(a + b) - stirlingError(b);
  return a * Math.log(x) - logGamma(a + 1) + gammas + Math.log1p(sum);
}

function nonzero(value: number): number {
  return value === 0 ? 1e-300 : value;
}

function checkShapes(a: number, b: number): void {
  positive("a", a);
  positive("b", b);
}
