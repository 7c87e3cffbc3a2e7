import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {median} from "../description/median.js";
import {normalQuantile} from "../distribution/normal.js";
import type {Slope} from "./slopeOf.js";

/** What a curve is judged by. */
export interface CurveSummary {
  /** of the standardised estimates */
  readonly median: number;
  /** share of estimates of the sign that most have */
  readonly dominant: number;
  /** share of estimates of that sign with p below the threshold */
  readonly significant: number;
  /** sum of signed z values over the root of their number */
  readonly stouffer: number;
}

export function curveSummary(
  estimates: readonly Slope[],
  {threshold = 0.05, ...others}: {readonly threshold?: number} = {}
): CurveSummary {
  closedOptions("curveSummary", others, ["threshold"]);
  const k = estimates.length;
  if (k === 0) throw new InvalidArgument("invalid estimates; none to summarise");
  const positive = estimates.filter(({estimate}) => estimate > 0).length;
  const sign = positive >= k - positive ? 1 : -1;
  const z = estimates.reduce(
    (sum, {estimate, p}) => sum + Math.sign(estimate) * normalQuantile(Math.max(p, 1e-300) / 2, {upper: true}),
    0
  );
  return {
    median: median(estimates.map(({standardised}) => standardised)),
    dominant: Math.max(positive, k - positive) / k,
    significant: estimates.filter(({estimate, p}) => Math.sign(estimate) === sign && p < threshold).length / k,
    stouffer: z / Math.sqrt(k)
  };
}
