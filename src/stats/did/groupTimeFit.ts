import type {Term} from "../estimate.js";
import type {PanelOptions} from "./panel.js";
import type {DidEstimator} from "./twoByTwo.js";

export interface GroupTimeOptions {
  /** never treated, or not yet treated */
  readonly control?: "never" | "not-yet";
  readonly estimator?: DidEstimator;
  readonly base?: "varying" | "universal";
  /** periods before treatment in which it may already work */
  readonly anticipation?: number;
  /** what happens to units that were not seen in every period */
  readonly unbalanced?: PanelOptions["unbalanced"];
  /** multiplier draws for the uniform band; 0 for none */
  readonly draws?: number;
  readonly seed?: number;
  readonly level?: number;
}

export interface Average {
  readonly att: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
  /** by cohort, period or time since treatment */
  readonly terms: readonly Term[];
}

export interface GroupTimeFit {
  readonly aggregates: {
    readonly simple: Average;
    /** `se` as R's did gives it, which takes the shares' influence from the first cells' cohort; `se_own_shares` from each's */
    readonly group: Average & {readonly se_own_shares: number};
    readonly calendar: Average;
    /** with the covariance of its terms, whose row is nought at a base period: what honestBounds() takes, without that row */
    readonly dynamic: Average & {readonly vcov: readonly Float64Array[]};
  };
  /** Wald test that every effect before treatment is nought; null where there is none, or too many for the units */
  readonly pretrend: {
    readonly W: number;
    readonly df: number;
    readonly p: number;
    /** straight drift apart, a period, that the test at 5 % would find in four of five such panels (Roth 2022) */
    readonly detectable: number;
  } | null;
  /** quantile of the greatest |t| over all cells; null without draws */
  readonly critical: number | null;
  /** and over the dynamic averages */
  readonly critical_dynamic: number | null;
  readonly cells: readonly {readonly group: number; readonly time: number; readonly treated: number}[];
  /** cohorts and periods without an estimate, and why */
  readonly left_out: readonly LeftOut[];
}

export interface LeftOut {
  readonly group: number;
  /** null: every period */
  readonly time: number | null;
  readonly reason: string;
}
