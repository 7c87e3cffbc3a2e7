import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {studentTQuantile} from "../distribution/studentT.js";

export interface RobustnessValue {
  /** partial R^2 of the treatment with the outcome */
  readonly partial_r2: number;
  /** strength, with both treatment and outcome, of a confounder that would take the estimate to 0 */
  readonly rv: number;
  /** that would take its interval to 0 */
  readonly rv_alpha: number;
}

/**
 * How strong an unmeasured confounder would have to be.
 *
 * Model      f = q |t| / sqrt(df); rv = (sqrt(f^4 + 4 f^2) - f^2) / 2; for rv_alpha f less the critical f on df - 1
 * Source     Cinelli & Hazlett (2020), doi:10.1111/rssb.12348; checked against sensemakr
 *
 * @param t  statistic of the treatment's coefficient with classical errors, on df degrees of freedom
 * @param q  share of the estimate that the confounder takes away
 */
export function robustnessValue(
  t: number,
  df: number,
  {q = 1, alpha = 0.05, ...others}: {readonly q?: number; readonly alpha?: number} = {}
): RobustnessValue {
  closedOptions("robustnessValue", others, ["q", "alpha"]);
  if (!(df > 1)) throw new InvalidArgument(`invalid df; not above 1: ${df}; add rows or drop terms`);
  if (!(alpha > 0 && alpha < 1)) throw new InvalidArgument(`invalid alpha; not in (0, 1): ${alpha}`);
  if (!(q > 0)) throw new InvalidArgument(`invalid q; not above 0: ${q}`);
  const f = (q * Math.abs(t)) / Math.sqrt(df);
  const critical = studentTQuantile(alpha / 2, df - 1, {upper: true}) / Math.sqrt(df - 1);
  const rest = f - critical;
  const extreme = (f * f - critical * critical) / (1 + f * f);
  return {
    partial_r2: (t * t) / (t * t + df),
    rv: value(f),
    rv_alpha: rest <= 0 ? 0 : f > 1 / critical ? extreme : value(rest)
  };
}

function value(f: number): number {
  const square = f * f;
  // (sqrt(f^4 + 4 f^2) - f^2) / 2 without its cancellation for large f
  return square === 0 ? 0 : (2 * square) / (Math.sqrt(square * square + 4 * square) + square);
}
