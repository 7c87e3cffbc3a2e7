import {normalUpper} from "./normal.js";
import {positive} from "./positive.js";
import {stirlingError} from "./stirlingError.js";

/**
 * Noncentral t distribution: (Z + ncp) / sqrt(chi-squared(df) / df).
 *
 * Method     P(T > t) = E normalUpper(t W - ncp), W = sqrt(chi-squared / df), by the trapezoidal rule in log W, which
 *            converges exponentially for an analytic integrand and adds positive terms only
 * Checked    50-digit arithmetic; R's pt(ncp =) to its own 1e-12
 */
export function noncentralTUpper(t: number, df: number, ncp: number): number {
  return expectation(df, (w) => normalUpper(t * w - ncp));
}

export function noncentralTCdf(t: number, df: number, ncp: number): number {
  return expectation(df, (w) => normalUpper(ncp - t * w));
}

const DEPTH = 80;
const INTERVALS = 1200;

function expectation(df: number, g: (w: number) => number): number {
  positive("df", df, {limit: true});
  if (df === Infinity) return g(1);
  // log W has density c exp(df (v - (e^2v - 1) / 2)), its peak at v = 0
  const low = edge(df, -1);
  const step = (edge(df, 1) - low) / INTERVALS;
  let sum = 0;
  for (let k = 0; k <= INTERVALS; k++) {
    const v = low + k * step;
    sum += Math.exp(exponent(v, df)) * g(Math.exp(v));
  }
  return Math.min(1, (sum * step * Math.exp(-stirlingError(df / 2)) * Math.sqrt(df)) / Math.sqrt(Math.PI));
}

function exponent(v: number, df: number): number {
  return Math.abs(v) < 1e-3
    ? -df * v * v * (1 + (v * 2) / 3 + (v * v) / 3 + (v * v * v * 2) / 15)
    : df * (v - 0.5 * Math.expm1(2 * v));
}

function edge(df: number, side: number): number {
  let size = Math.sqrt(DEPTH / df);
  while (exponent(side * size, df) < -DEPTH) size *= 0.8;
  while (exponent(side * size, df) > -DEPTH) size *= 1.1;
  return side * size;
}
