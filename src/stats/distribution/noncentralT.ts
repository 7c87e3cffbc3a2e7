import {greatestOf} from "../description/greatestOf.js";
import {noncentralQuantile} from "./noncentralQuantile.js";
import {normalLogUpper} from "./normal.js";
import {positiveOrInfinite} from "./positive.js";
import {stirlingError} from "./stirlingError.js";

/**
 * Noncentral t distribution: (Z + ncp) / sqrt(chi-squared(df) / df).
 *
 * Method     P(T > t) = E normalUpper(t W - ncp), W = sqrt(chi-squared / df), by the trapezoidal rule in log W over the
 *            range that matters, which converges exponentially for an analytic integrand and adds positive terms only
 * Checked    50-digit arithmetic; R's pt(ncp =) to its own 1e-12
 */
export function noncentralTUpper(t: number, df: number, ncp: number): number {
  return expectation(df, (w) => normalLogUpper(t * w - ncp));
}

export function noncentralTCdf(t: number, df: number, ncp: number): number {
  return expectation(df, (w) => normalLogUpper(ncp - t * w));
}

export function noncentralTQuantile(p: number, df: number, ncp: number): number {
  return noncentralQuantile(p, {
    cdf: (t) => noncentralTCdf(t, df, ncp),
    upper: (t) => noncentralTUpper(t, df, ncp),
    signed: true
  });
}

/** what lies this many nats below the peak is left out */
const DEPTH = 45;
const INTERVALS = 600;

function expectation(df: number, logProbability: (w: number) => number): number {
  positiveOrInfinite("df", df);
  if (df === Infinity) return Math.exp(logProbability(1));
  const logTerm = (v: number): number => logChi(v, df) + logProbability(Math.exp(v));
  let [low, high] = [edge(df, -1), edge(df, 1)];
  for (let pass = 0; pass < 4; pass++) [low, high] = narrowed(logTerm, low, high);
  const step = (high - low) / INTERVALS;
  let sum = 0;
  for (let k = 0; k <= INTERVALS; k++) sum += Math.exp(logTerm(low + k * step));
  return Math.min(1, (sum * step * Math.exp(-stirlingError(df / 2)) * Math.sqrt(df)) / Math.sqrt(Math.PI));
}

/** the part of a range where the term is within the depth of its peak, and a step beyond on either side */
function narrowed(logTerm: (v: number) => number, low: number, high: number): [number, number] {
  const step = (high - low) / 100;
  const terms = Array.from({length: 101}, (_, k) => logTerm(low + k * step));
  const floor = greatestOf(terms) - DEPTH;
  const first = terms.findIndex((term) => term >= floor);
  const last = terms.findLastIndex((term) => term >= floor);
  return [low + Math.max(0, first - 1) * step, low + Math.min(100, last + 1) * step];
}

/** log W has density c exp(df (v - (e^2v - 1) / 2)), its peak at v = 0 */
function logChi(v: number, df: number): number {
  if (Math.abs(v) < 1e-3) return -df * v * v * (1 + (v * 2) / 3 + (v * v) / 3 + (v * v * v * 2) / 15);
  return df * (v - 0.5 * Math.expm1(2 * v));
}

function edge(df: number, side: number): number {
  let size = Math.sqrt(1 / df);
  while (logChi(side * size, df) > -800) size *= 1.2;
  return side * size;
}
