import {closedOptions} from "../errors/closedOptions.js";
import {outside} from "../description/outside.js";
import {normalQuantile, normalUpper} from "../distribution/normal.js";
import type {Estimate} from "../estimate.js";
import {proportion} from "./proportion.js";

export interface TwoProportionsFit {
  readonly p1: number;
  readonly p2: number;
  readonly chi2: number | null;
  readonly ratio: number | null;
  readonly ratio_low: number | null;
  readonly ratio_high: number | null;
}

/**
 * Difference of two shares.
 *
 * Model      test by the pooled z, squared the chi-squared of the 2 x 2 table; interval by Newcombe's hybrid of two
 *            Wilson intervals; ratio of shares with its interval on the logarithm
 * Source     Newcombe (1998), method 10; checked against R's prop.test(correct = FALSE) for the test
 */
export function twoProportions(
  count1: number,
  n1: number,
  count2: number,
  n2: number,
  {level = 0.95, ...others}: {readonly level?: number} = {}
): Estimate<TwoProportionsFit> {
  closedOptions("twoProportions", others, ["level"]);
  const a = proportion(count1, n1, {level});
  const b = proportion(count2, n2, {level});
  const estimate = a.estimate - b.estimate;
  const pooled = (count1 + count2) / (n1 + n2);
  const se = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const z = se > 0 ? estimate / se : null;
  const both = count1 > 0 && count2 > 0;
  const logRatio = both ? Math.log(a.estimate / b.estimate) : null;
  const reach = both
    ? normalQuantile(outside(level), {upper: true}) * Math.sqrt(1 / count1 - 1 / n1 + 1 / count2 - 1 / n2)
    : 0;
  const warnings = z === null ? ["both shares are 0 or both 1, so that no test is defined"] : [];
  if (!both) warnings.push("a count of 0 leaves the ratio of shares undefined");
  return {
    method: "two proportions",
    n: n1 + n2,
    dropped: [],
    clusters: {},
    terms: [
      {
        term: "difference",
        estimate,
        se: z === null ? null : se,
        statistic: z,
        df: null,
        p: z === null ? null : 2 * normalUpper(Math.abs(z)),
        low: estimate - Math.hypot(a.estimate - a.low, b.high - b.estimate),
        high: estimate + Math.hypot(a.high - a.estimate, b.estimate - b.low)
      }
    ],
    fit: {
      p1: a.estimate,
      p2: b.estimate,
      chi2: z === null ? null : z * z,
      ratio: logRatio === null ? null : Math.exp(logRatio),
      ratio_low: logRatio === null ? null : Math.exp(logRatio - reach),
      ratio_high: logRatio === null ? null : Math.exp(logRatio + reach)
    },
    warnings
  };
}
