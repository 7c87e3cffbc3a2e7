/**
 * The shortest interval of fixed length about an affine estimate whose bias is bounded by smoothness.
 *
 * Model      estimate v'b, v given after treatment; a straight trend must not bias it, so sum_t v_t t = 0; worst bias M sum_s
 *            |c_s|, c_s = sum_t v_t |t - s| over the t beyond s, the weight of the second difference at s; half length
 *            sd(v) cv(bias / sd), cv the quantile of |N(bias / sd, 1)|
 * Method     the c_s before the reference period are free, and v are their second differences: a convex objective with kinks
 *            where a c_s is nought, which enter and leave one by one
 * Source     Armstrong & Kolesar (2018), doi:10.3982/ECTA14434; Rambachan & Roth (2023), section 4.1
 */
import {normalCdf, normalQuantile} from "../distribution/normal.js";
import {minimise} from "../optimise/minimise.js";
import type {HonestProblem} from "./honestBounds.js";

/** @throws {RangeError} without a period before treatment, when a straight trend can't be told from the effect */
export function shortestInterval(
  {estimates, covariance, pre, post, along, level}: HonestProblem,
  m: number
): {low: number; high: number} {
  const slope = along.reduce((sum, weight, i) => sum + weight * (i + 1), 0);
  if (pre === 0 && slope !== 0)
    throw new RangeError(
      "not identified: without a period before treatment a straight trend can't be told from an effect"
    );
  const later = Array.from({length: post - 1}, (_, s) =>
    Math.abs(along.reduce((sum, weight, i) => sum + weight * Math.max(0, i - s), 0))
  );
  const fixed = later.reduce((sum, value) => sum + value, 0) + (pre > 0 ? Math.abs(slope) : 0);
  const weightsOf = (c: ArrayLike<number>): number[] => {
    const all = [0, 0, ...Array.from(c), slope];
    const before = Array.from({length: pre}, (_, i) => all[i + 2]! - 2 * all[i + 1]! + all[i]!);
    return [...before, ...along];
  };
  const spreadOf = (v: readonly number[]): number =>
    Math.sqrt(v.reduce((sum, a, i) => sum + a * v.reduce((inner, b, j) => inner + b * covariance[i]![j]!, 0), 0));
  const half = (c: ArrayLike<number>, signs?: ArrayLike<number>): number => {
    const spread = spreadOf(weightsOf(c));
    const free = Array.from(c).reduce((sum, value, i) => sum + (signs ? signs[i]! * value : Math.abs(value)), 0);
    return spread * foldedQuantile(Math.max(0, m * (fixed + free)) / spread, 1 - level);
  };
  const c = pre > 1 ? descend(half, pre - 1, slope || 1) : new Float64Array(0);
  const v = weightsOf(c);
  const centre = v.reduce((sum, weight, i) => sum + weight * estimates[i]!, 0);
  const reach = half(c);
  return {low: centre - reach, high: centre + reach};
}

/** Least of a convex function whose kinks are at nought in each argument. */
function descend(
  f: (c: ArrayLike<number>, signs?: ArrayLike<number>) => number,
  size: number,
  unit: number
): Float64Array {
  let c: Float64Array = new Float64Array(size);
  const signs = new Float64Array(size);
  const step = 1e-6 * Math.abs(unit);
  for (let round = 0; round < 40 * size; round++) {
    const value = f(c);
    let [entering, sign, steepest] = [-1, 0, -1e-9 * Math.abs(value)];
    for (let i = 0; i < size; i++) {
      if (signs[i] !== 0) continue;
      for (const side of [1, -1]) {
        const change = f(c.with(i, side * step)) - value;
        if (change < steepest) [entering, sign, steepest] = [i, side, change];
      }
    }
    if (entering < 0 && round > 0) return c;
    if (entering >= 0) signs[entering] = sign;
    for (;;) {
      const active = Array.from(signs, (_, i) => i).filter((i) => signs[i] !== 0);
      if (active.length === 0) break;
      const spread = (u: ArrayLike<number>): Float64Array => {
        const whole = new Float64Array(size);
        active.forEach((i, k) => (whole[i] = u[k]! * unit));
        return whole;
      };
      const start = active.map((i) => (c[i] === 0 ? signs[i]! * 1e-3 : c[i]! / unit));
      const target = spread(minimise((u) => f(spread(u), signs) / Math.abs(value), start).at);
      const crossing = active
        .filter((i) => target[i]! * signs[i]! < 0)
        .map((i) => ({i, share: c[i]! / (c[i]! - target[i]!)}))
        .toSorted((a, b) => a.share - b.share)[0];
      if (!crossing) {
        c = target;
        break;
      }
      c = c.map((entry, i) => (i === crossing.i ? 0 : entry + Math.max(0, crossing.share) * (target[i]! - entry)));
      signs[crossing.i] = 0;
    }
  }
  return c;
}

/** The 1 - alpha quantile of |N(t, 1)|. */
export function foldedQuantile(t: number, alpha: number): number {
  if (t > 12) return t + normalQuantile(alpha, {upper: true});
  let [low, high] = [0, t + 10];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle - t) - normalCdf(-middle - t) < 1 - alpha) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
