import {closedOptions} from "../errors/closedOptions.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {median} from "../description/median.js";
import {outside} from "../description/outside.js";
import {select} from "../description/select.js";
import {normalQuantile} from "../distribution/normal.js";
import type {Estimate} from "../estimate.js";
import {mannKendall} from "./mannKendall.js";

export interface TrendOptions {
  readonly level?: number;
}

export interface TheilSenFit {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Theil-Sen slope: the median of the slopes between all pairs of periods.
 *
 * Model      interval from the order statistics of the slopes at Kendall's normal critical score (Sen 1968)
 * Source     Sen (1968), doi:10.1080/01621459.1968.10480934; the test is Mann-Kendall's
 * Not here   autocorrelation: the interval and p take the periods' errors as independent
 */
export function theilSen(y: Column, time: Column, {level = 0.95, ...others}: TrendOptions = {}): Estimate<TheilSenFit> {
  closedOptions("theilSen", others, ["level"]);
  const {columns, n, dropped} = completeCases({y, time});
  if (n >= 3 && columns.y.every((value) => value === columns.y[0])) return flat(columns.y[0]!, n, dropped);
  const test = mannKendall(y, time, {level});
  const slopes = pairSlopes(columns.y, columns.time);
  const slope = median(slopes);
  const intercept = median(columns.y.map((value, i) => value - slope * columns.time[i]!));
  const reach = normalQuantile(outside(level), {upper: true}) * Math.sqrt(test.fit.variance);
  const low = Math.floor((slopes.length - reach) / 2 + 0.5) - 1;
  const high = slopes.length - 1 - low;
  const bounded = low >= 0 && test.fit.z !== null;
  return {
    ...test,
    method: "theil-sen",
    terms: [
      {
        ...test.terms[0]!,
        term: "slope",
        estimate: slope,
        low: bounded ? select(slopes, low) : null,
        high: bounded ? select(slopes, high) : null
      }
    ],
    fit: {slope, intercept},
    warnings:
      bounded || test.fit.z === null
        ? test.warnings
        : [...test.warnings, `too few periods for a ${100 * level} % interval`]
  };
}

/** Periods are each there once, so that no span is 0. */
function pairSlopes(y: Float64Array, time: Float64Array): Float64Array {
  const slopes = new Float64Array((y.length * (y.length - 1)) / 2);
  for (let i = 1, at = 0; i < y.length; i++)
    for (let j = 0; j < i; j++) slopes[at++] = (y[i]! - y[j]!) / (time[i]! - time[j]!);
  return slopes;
}

/** A series that never changes has a slope, and no test. */
function flat(value: number, n: number, dropped: Estimate["dropped"]): Estimate<TheilSenFit> {
  const undefinedTest = {se: null, statistic: null, df: null, p: null, low: null, high: null};
  return {
    method: "theil-sen",
    n,
    dropped,
    clusters: {},
    terms: [{term: "slope", estimate: 0, ...undefinedTest}],
    fit: {slope: 0, intercept: value},
    warnings: ["the series never changes, so that its test and interval are undefined"]
  };
}
