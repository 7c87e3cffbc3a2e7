import {theilSen} from "../../stats/association/theilSen.js";
import {mannKendall} from "../../stats/association/mannKendall.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";

export interface Trend {
  /** Theil and Sen's slope a year, in the series' unit */
  readonly slope: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Kendall's tau with time, and Mann and Kendall's p, exact without ties */
  readonly tau: number;
  readonly p: number | null;
  readonly n: number;
}

/** How a series drifts; null where it is too short or constant. */
export function trendOf(values: readonly (number | null)[], years: readonly number[]): Trend | null {
  return ifIdentified(() => {
    const [slope] = theilSen(values, years).terms;
    const {terms, n, fit} = mannKendall(values, years);
    const [tau] = terms;
    return slope && tau && fit.z !== null
      ? {slope: slope.estimate, low: slope.low, high: slope.high, tau: tau.estimate, p: tau.p, n}
      : null;
  });
}
