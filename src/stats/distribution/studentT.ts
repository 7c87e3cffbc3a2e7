import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {betaOdds, incompleteBeta} from "./beta.js";
import {normalQuantile, normalUpper} from "./normal.js";
import {positiveOrInfinite} from "./positive.js";
import {probability} from "./probability.js";
import type {QuantileOptions} from "./probability.js";

/**
 * Student's t distribution, fractional degrees of freedom included; df may be infinite.
 *
 * Model      t^2 / (df + t^2) is beta(1/2, df / 2); from 20,000 df on, Hill's normalising expansion, whose error is
 *            then below rounding
 * Source     Hill (1970), doi:10.1145/355598.355599
 * Checked    50-digit arithmetic; R's pt and qt; @stdlib
 */
const NORMALISED = 2e4;

export function studentTCdf(t: number, df: number): number {
  return studentTUpper(-t, df);
}

/** P(T > t) */
export function studentTUpper(t: number, df: number): number {
  positiveOrInfinite("df", df);
  if (t !== t) throw new InvalidArgument("invalid t; not a number: NaN");
  if (df === Infinity) return normalUpper(t);
  if (t < 0) return 1 - studentTUpper(-t, df);
  if (df >= NORMALISED) return normalUpper(normalised(t, df));
  const ratio = (t / df) * t;
  return 0.5 * incompleteBeta(df / 2, 0.5, 1 / (1 + ratio), ratio === Infinity ? 1 : ratio / (1 + ratio));
}

/** P(|T| > |t|) */
export function studentTTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * studentTUpper(Math.abs(t), df));
}

export function studentTQuantile(p: number, df: number, {upper = false, ...others}: QuantileOptions = {}): number {
  closedOptions("studentTQuantile", others, ["upper"]);
  positiveOrInfinite("df", df);
  const {lower, upper: above} = probability(p, upper);
  if (df === Infinity) return normalQuantile(p, {upper});
  if (lower === 0 || above === 0) return lower === 0 ? -Infinity : Infinity;
  const sign = lower < above ? -1 : 1;
  const tail = Math.min(lower, above);
  const distance = Math.abs((upper ? above : lower) - 0.5);
  if (distance === 0) return 0;
  if (df >= NORMALISED) return sign * fromNormal(Math.abs(normalQuantile(p, {upper})), df);
  const odds = tail < 0.25 ? betaOdds(2 * tail, 0.5, df / 2, {upper: true}) : betaOdds(2 * distance, 0.5, df / 2);
  return sign * Math.sqrt(odds * df);
}

function normalised(t: number, df: number): number {
  const a = df - 0.5;
  const b = 48 * a * a;
  const y = a * Math.log1p((t * t) / df);
  const inner = ((-0.4 * y - 3.3) * y - 24) * y - 85.5;
  return ((inner / (0.8 * y * y + 100 + b) + y + 3) / b + 1) * Math.sqrt(y);
}

function fromNormal(z: number, df: number): number {
  let t = z;
  for (let k = 0; k < 60; k++) {
    const next = t * (z / normalised(t, df));
    if (Math.abs(next - t) <= 2e-16 * t) return next;
    t = next;
  }
  return t;
}
