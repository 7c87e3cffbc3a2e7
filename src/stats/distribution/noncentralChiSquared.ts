import {chiSquaredCdf, chiSquaredUpper} from "./chiSquared.js";
import {noncentralQuantile} from "./noncentralQuantile.js";
import {poissonMixture} from "./poissonMixture.js";
import {nonnegative, positive} from "./positive.js";

/**
 * Noncentral chi-squared distribution, as Poisson's mixture of central ones, either tail computed directly.
 *
 * Source     Johnson, Kotz & Balakrishnan (1995), chapter 29
 * Checked    50-digit arithmetic; R's pchisq(ncp =)
 */
export function noncentralChiSquaredUpper(x: number, df: number, ncp: number): number {
  positive("df", df);
  nonnegative("ncp", ncp);
  return poissonMixture(ncp / 2, (j) => chiSquaredUpper(x, df + 2 * j));
}

export function noncentralChiSquaredCdf(x: number, df: number, ncp: number): number {
  positive("df", df);
  nonnegative("ncp", ncp);
  return poissonMixture(ncp / 2, (j) => chiSquaredCdf(x, df + 2 * j));
}

export function noncentralChiSquaredQuantile(p: number, df: number, ncp: number): number {
  return noncentralQuantile(p, {
    cdf: (x) => noncentralChiSquaredCdf(x, df, ncp),
    upper: (x) => noncentralChiSquaredUpper(x, df, ncp)
  });
}
