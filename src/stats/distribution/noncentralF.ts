import {incompleteBeta} from "./beta.js";
import {fisherFCdf, fisherFUpper} from "./fisherF.js";
import {noncentralQuantile} from "./noncentralQuantile.js";
import {poissonMixture} from "./poissonMixture.js";
import {nonnegative, positive} from "./positive.js";

/**
 * Noncentral F distribution, either tail computed directly.
 *
 * Model      a Poisson(ncp / 2) mixture of beta tails
 * Checked    50-digit arithmetic; R's pf(ncp =)
 */
export function noncentralFUpper(x: number, df1: number, df2: number, ncp: number): number {
  check(df1, df2, ncp);
  if (ncp === 0) return fisherFUpper(x, df1, df2);
  if (x <= 0) return 1;
  const total = df1 * x + df2;
  return poissonMixture(ncp / 2, (j) => incompleteBeta(df2 / 2, df1 / 2 + j, df2 / total, (df1 * x) / total));
}

export function noncentralFCdf(x: number, df1: number, df2: number, ncp: number): number {
  check(df1, df2, ncp);
  if (ncp === 0) return fisherFCdf(x, df1, df2);
  if (x <= 0) return 0;
  const total = df1 * x + df2;
  return poissonMixture(ncp / 2, (j) => incompleteBeta(df1 / 2 + j, df2 / 2, (df1 * x) / total, df2 / total));
}

export function noncentralFQuantile(p: number, df1: number, df2: number, ncp: number): number {
  check(df1, df2, ncp);
  return noncentralQuantile(p, {
    cdf: (x) => noncentralFCdf(x, df1, df2, ncp),
    upper: (x) => noncentralFUpper(x, df1, df2, ncp)
  });
}

function check(df1: number, df2: number, ncp: number): void {
  positive("df1", df1);
  positive("df2", df2);
  nonnegative("ncp", ncp);
}
