import {outside} from "../description/outside.js";
import {studentTQuantile, studentTTwoSided} from "../distribution/studentT.js";
import type {Term} from "../estimate.js";

interface Estimated {
  readonly term: string;
  readonly estimate: number;
  /** below 0 where there is no possible one */
  readonly variance: number;
  readonly df: number;
  /** whether one cluster alone identifies it */
  readonly sole: boolean;
}

/** a standard error so small beside its estimate is what rounding leaves of none */
const negligible = 1e-12;

/** A term with its test and interval, where its variance gives one. */
export function termOf({term, estimate, variance, df, sole}: Estimated, level: number): Term {
  if (sole || variance < 0)
    return {term, estimate, se: null, statistic: null, df: null, p: null, low: null, high: null};
  const se = Math.sqrt(variance);
  if (!(se > negligible * Math.abs(estimate)))
    return {term, estimate, se, statistic: null, df, p: null, low: null, high: null};
  // no df where the clusters that carry a term leave its error no freedom
  if (!(df > 0)) return {term, estimate, se, statistic: null, df: null, p: null, low: null, high: null};
  const reach = studentTQuantile(outside(level), df, {upper: true}) * se;
  const statistic = estimate / se;
  const p = studentTTwoSided(statistic, df);
  return {term, estimate, se, statistic, df, p, low: estimate - reach, high: estimate + reach};
}
