import {InvalidArgument} from "../errors/invalidArgument.js";
import {incompleteBeta} from "./beta.js";
import {probability} from "./probability.js";

/**
 * Binomial distribution of n trials with chance p.
 *
 * Model      P(X > k) = I_p(k + 1, n - k)
 * Checked    R's pbinom
 */

/** P(X <= k) */
export function binomialCdf(k: number, n: number, p: number): number {
  checkTrials(n, p);
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole >= n ? 1 : incompleteBeta(n - whole, whole + 1, 1 - p, p);
}

/** P(X > k) */
export function binomialUpper(k: number, n: number, p: number): number {
  checkTrials(n, p);
  const whole = Math.floor(k);
  if (whole < 0) return 1;
  return whole >= n ? 0 : incompleteBeta(whole + 1, n - whole, p, 1 - p);
}

/** least k with P(X <= k) at least p */
export function binomialQuantile(at: number, n: number, p: number): number {
  checkTrials(n, p);
  const {lower} = probability(at, false);
  let [low, high] = [-1, n];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, p) >= lower * (1 - 64 * Number.EPSILON)) high = middle;
    else low = middle;
  }
  return high;
}

function checkTrials(n: number, p: number): void {
  if (!Number.isInteger(n) || n < 0) throw new InvalidArgument(`invalid n; not a whole number of trials: ${n}`);
  if (!(p >= 0 && p <= 1)) throw new InvalidArgument(`invalid p; not in [0, 1]: ${p}`);
}
