import {outside} from "../description/outside.js";
import {normalQuantile, normalUpper} from "../distribution/normal.js";
import type {Term} from "../estimate.js";

/** A term of a likelihood fit: its statistic is referred to the normal distribution. */
export function normalTerm(term: string, estimate: number, se: number, level = 0.95): Term {
  const reach = normalQuantile(outside(level), {upper: true}) * se;
  const statistic = estimate / se;
  return {
    term,
    estimate,
    se,
    statistic,
    df: null,
    p: 2 * normalUpper(Math.abs(statistic)),
    low: estimate - reach,
    high: estimate + reach
  };
}
