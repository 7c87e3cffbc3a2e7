import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {studentTQuantile} from "../distribution/studentT.js";

export interface Benchmark {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  /** partial R^2 of the benchmark covariate with the treatment, given the other covariates */
  readonly treatment_r2: number;
  /** partial R^2 of the benchmark covariate with the outcome, given treatment and the other covariates */
  readonly outcome_r2: number;
}

export interface BenchmarkBound {
  readonly multiple: number;
  /** partial R^2 of the confounder with the treatment, and with the outcome */
  readonly r2dz: number;
  readonly r2yz: number;
  readonly estimate: number;
  readonly se: number;
  readonly t: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The estimate if there were a confounder so many times as strong as an observed covariate.
 *
 * Source     Cinelli & Hazlett (2020), equations 13-14 and the supplement's bounds; checked against sensemakr
 *
 * @throws {NotIdentified} if a confounder of that strength would explain the whole treatment
 */
export function benchmarkBound(
  {estimate, se, df, treatment_r2, outcome_r2, ...unknown}: Benchmark,
  {multiple = 1, level = 0.95, ...others}: {readonly multiple?: number; readonly level?: number} = {}
): BenchmarkBound {
  closedOptions("benchmark", unknown, ["estimate", "se", "df", "treatment_r2", "outcome_r2"]);
  closedOptions("benchmarkBound", others, ["multiple", "level"]);
  const odds = treatment_r2 / (1 - treatment_r2);
  const r2dz = multiple * odds;
  const shared = (multiple * treatment_r2 * odds) / (1 - multiple * treatment_r2);
  if (!(r2dz < 1) || !(shared < 1) || shared < 0) {
    throw new NotIdentified(
      `invalid multiple; a confounder ${multiple} times the benchmark would explain all of the treatment; lower it`,
      "not feasible"
    );
  }
  const strength = (Math.sqrt(multiple) + Math.sqrt(shared)) ** 2 / (1 - shared);
  const r2yz = Math.min(1, (strength * outcome_r2) / (1 - outcome_r2));
  const bias = Math.sqrt((r2yz * r2dz) / (1 - r2dz)) * se * Math.sqrt(df);
  const adjusted = estimate - Math.sign(estimate) * bias;
  const error = Math.sqrt((1 - r2yz) / (1 - r2dz)) * se * Math.sqrt(df / (df - 1));
  const reach = studentTQuantile(outside(level), df, {upper: true}) * error;
  return {
    multiple,
    r2dz,
    r2yz,
    estimate: adjusted,
    se: error,
    t: adjusted / error,
    low: adjusted - reach,
    high: adjusted + reach
  };
}
