import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {deviance} from "./deviance.js";
import {logGamma} from "./logGamma.js";
import {positive} from "./positive.js";
import {probability} from "./probability.js";
import type {QuantileOptions} from "./probability.js";
import {solveConcave} from "./solveConcave.js";
import {stirlingError} from "./stirlingError.js";

/** below this log x the lower tail is x^a / gamma(a + 1) to the last digit */
const UNDERFLOW = -650;

/**
 * Gamma distribution of shape a and scale 1: the regularised incomplete gamma functions P(a, x) and Q(a, x).
 *
 * Method     the series of positive terms below a + 1, Legendre's continued fraction above, each times
 *            x^a e^-x / gamma(a) in Loader's saddle-point form; for small a and x, Q by its own series
 * Source     Gautschi (1979), doi:10.1145/355853.355863; Loader (2000)
 * Checked    50-digit arithmetic; R's pgamma and qgamma
 */
export function gammaCdf(x: number, shape: number): number {
  checkArguments(x, shape);
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x < shape + 1 ? Math.exp(logPower(shape, x)) * series(shape, x) : 1 - gammaUpper(x, shape);
}

/** P(X > x) */
export function gammaUpper(x: number, shape: number): number {
  checkArguments(x, shape);
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (x >= shape + 1) return Math.exp(logPower(shape, x)) * fraction(shape, x);
  return shape < 0.5 && x < 1.5 ? smallUpper(shape, x) : 1 - gammaCdf(x, shape);
}

export function gammaQuantile(p: number, shape: number, {upper = false, ...others}: QuantileOptions = {}): number {
  closedOptions("gammaQuantile", others, ["upper"]);
  positive("shape", shape);
  const {lower, upper: above} = probability(p, upper);
  if (lower === 0 || above === 0) return lower === 0 ? 0 : Infinity;
  const start = Math.log(shape);
  if (lower <= above) {
    const target = Math.log(lower);
    const atUnderflow = logPower(shape, Math.exp(UNDERFLOW)) - Math.log(shape);
    return Math.exp(
      solveConcave((u) => {
        if (u < UNDERFLOW) return u - UNDERFLOW + (atUnderflow - target) / shape;
        const x = Math.exp(u);
        const ratio = x < shape + 1 ? series(shape, x) : gammaCdf(x, shape) / Math.exp(logPower(shape, x));
        return (logPower(shape, x) + Math.log(ratio) - target) * ratio;
      }, start)
    );
  }
  const target = Math.log(above);
  return Math.exp(
    -solveConcave((u) => {
      const x = Math.exp(-u);
      const ratio = x >= shape + 1 ? fraction(shape, x) : gammaUpper(x, shape) / Math.exp(logPower(shape, x));
      return Math.min(2, (logPower(shape, x) + Math.log(ratio) - target) * ratio);
    }, -start)
  );
}

/** log(x^a e^-x / gamma(a)) */
function logPower(a: number, x: number): number {
  return 0.5 * Math.log(a / (2 * Math.PI)) - stirlingError(a) - deviance(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; ; k++) {
    term *= x / (a + k);
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 1e6; k++) {
    const step = -k * (k - a);
    b += 2;
    d = 1 / nonzero(step * d + b);
    c = nonzero(b + step / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return value;
}

function smallUpper(a: number, x: number): number {
  const logFirst = a * Math.log(x) - logGamma(1 + a);
  let term = 1;
  let sum = 0;
  for (let k = 1; Math.abs(term) > 1e-18; k++) {
    term *= -x / k;
    sum += term / (a + k);
  }
  return -Math.expm1(logFirst) - Math.exp(logFirst) * a * sum;
}

function nonzero(value: number): number {
  return value === 0 ? 1e-300 : value;
}

function checkArguments(x: number, shape: number): void {
  positive("shape", shape);
  if (x !== x) throw new InvalidArgument("invalid x; not a number: NaN");
}
