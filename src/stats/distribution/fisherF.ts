import {closedOptions} from "../errors/closedOptions.js";
import {betaOdds, incompleteBeta} from "./beta.js";
import {chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper} from "./chiSquared.js";
import {positive, positiveOrInfinite} from "./positive.js";
import type {QuantileOptions} from "./probability.js";

/**
 * Fisher's F distribution, fractional degrees of freedom included; df2 may be infinite.
 *
 * Model      df1 F / (df1 F + df2) is beta(df1 / 2, df2 / 2)
 */
export function fisherFCdf(x: number, df1: number, df2: number): number {
  checkDegrees(df1, df2);
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  if (df2 === Infinity) return chiSquaredCdf(df1 * x, df1);
  const total = df1 * x + df2;
  return incompleteBeta(df1 / 2, df2 / 2, (df1 * x) / total, df2 / total);
}

/** P(F > x) */
export function fisherFUpper(x: number, df1: number, df2: number): number {
  checkDegrees(df1, df2);
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (df2 === Infinity) return chiSquaredUpper(df1 * x, df1);
  const total = df1 * x + df2;
  return incompleteBeta(df2 / 2, df1 / 2, df2 / total, (df1 * x) / total);
}

export function fisherFQuantile(p: number, df1: number, df2: number, options: QuantileOptions = {}): number {
  closedOptions("fisherFQuantile", options, ["upper"]);
  checkDegrees(df1, df2);
  if (df2 === Infinity) return chiSquaredQuantile(p, df1, options) / df1;
  return betaOdds(p, df1 / 2, df2 / 2, options) * (df2 / df1);
}

function checkDegrees(df1: number, df2: number): void {
  positive("df1", df1);
  positiveOrInfinite("df2", df2);
}
