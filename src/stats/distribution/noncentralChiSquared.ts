import {chiSquaredUpper} from "./chiSquared.js";
import {positive} from "./positive.js";

/**
 * Upper tail of the noncentral chi-squared distribution, as Poisson's mixture of central ones.
 *
 * Source     Johnson, Kotz & Balakrishnan (1995), chapter 29
 */
export function noncentralChiSquaredUpper(x: number, df: number, ncp: number): number {
  positive("df", df);
  if (!(ncp >= 0)) throw new RangeError(`invalid ncp; not 0 or more: ${ncp}`);
  const mean = ncp / 2;
  const middle = Math.floor(mean);
  let logWeight = -mean;
  for (let k = 1; k <= middle; k++) logWeight += Math.log(mean / k);
  let total = 0;
  let weight = Math.exp(logWeight);
  for (let k = middle; weight > 1e-17 && k < middle + 10_000; k++) {
    total += weight * chiSquaredUpper(x, df + 2 * k);
    weight *= mean / (k + 1);
  }
  weight = Math.exp(logWeight);
  for (let k = middle; k > 0 && weight > 1e-17; k--) {
    weight *= k / mean;
    total += weight * chiSquaredUpper(x, df + 2 * (k - 1));
  }
  return Math.min(1, total);
}
