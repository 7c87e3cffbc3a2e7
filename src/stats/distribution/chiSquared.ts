import {closedOptions} from "../errors/closedOptions.js";
import {gammaCdf, gammaQuantile, gammaUpper} from "./gamma.js";
import {positive} from "./positive.js";
import type {QuantileOptions} from "./probability.js";

/** Chi-squared distribution with df degrees of freedom, fractional ones included: twice a gamma of shape df / 2. */
export function chiSquaredCdf(x: number, df: number): number {
  positive("df", df);
  return gammaCdf(x / 2, df / 2);
}

/** P(X > x) */
export function chiSquaredUpper(x: number, df: number): number {
  positive("df", df);
  return gammaUpper(x / 2, df / 2);
}

export function chiSquaredQuantile(p: number, df: number, options: QuantileOptions = {}): number {
  closedOptions("chiSquaredQuantile", options, ["upper"]);
  positive("df", df);
  return 2 * gammaQuantile(p, df / 2, options);
}
