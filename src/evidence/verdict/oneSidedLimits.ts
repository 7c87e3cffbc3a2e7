import {studentTQuantile} from "../../stats/distribution/studentT.js";

export interface Interval {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** degrees of freedom of its t; null: normal */
  readonly df: number | null;
}

const manyDf = 1e6;

/** One-sided 95 % limits of an estimate whose two-sided 95 % interval is known; null without an interval. */
export function oneSidedLimits({
  estimate,
  low,
  high,
  df
}: Interval): {readonly low: number; readonly high: number} | null {
  if (low === null || high === null) return null;
  const shrink = studentTQuantile(0.95, df ?? manyDf) / studentTQuantile(0.975, df ?? manyDf);
  return {low: estimate - (estimate - low) * shrink, high: estimate + (high - estimate) * shrink};
}
