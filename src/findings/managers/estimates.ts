import type {Estimate} from "../../stats/estimate.js";

export interface ManagerEstimates {
  /** those who took part, before and after */
  readonly alone: Estimate;
  /** manager and year absorbed */
  readonly compared: Estimate;
  /** by cohort and year; null where cohorts can't be told apart */
  readonly staggered: {
    readonly effects: Estimate;
    readonly pretrend: {
      readonly p: number;
      readonly df: number;
      readonly detectable: number;
      readonly span: number;
    } | null;
  } | null;
  /** the year after, against those of the same earlier ratings; null where too few start */
  readonly matched: Estimate | null;
  /** change to expect from regression to the mean alone, in standard deviations; null where too few are behind it */
  readonly expected: number | null;
  readonly sensitivity: ManagerSensitivity | null;
  /** each year's change on the change of having taken part, each person with a trend of its own; null where too few changed */
  readonly ownTrend?: Estimate | null;
  /** largest standardised difference between those who start and those who do not, before; null where not known */
  readonly unlike?: number | null;
}

/** The estimate asked in other ways; what the data can't tell is null. */
export interface ManagerSensitivity {
  /** kinds of rating scales: relative, absolute or both */
  readonly kinds: readonly string[];
  /** each kind of scale alone, where there are several */
  readonly regimes: readonly {readonly kind: string; readonly estimate: Estimate}[];
  /** without the years of a promotion and after one */
  readonly promotions: Estimate | null;
  /** among those who had not started: by the sessions that their department attended */
  readonly spillover: Estimate | null;
  /** cohort by cohort by interaction weights (Sun and Abraham) */
  readonly weighted: Estimate | null;
  /** foretold from ratings before any start (Borusyak, Jaravel and Spiess) */
  readonly imputed?: Estimate | null;
  /** weight of comparisons with managers already started, and what the others say (Goodman-Bacon) */
  readonly decomposed: {readonly forbidden: number; readonly estimate: number; readonly persons: number} | null;
  readonly bounds: HonestRatings | null;
}

/** Bounds that let trends diverge after the start as much as they did, at most, in the years before (M = 1). */
export interface HonestRatings {
  readonly low: number | null;
  readonly high: number | null;
  /** least M at which no difference is not ruled out; null: none that was tried */
  readonly breakdown: number | null;
  /** years before the reference that were looked at */
  readonly before: number;
}
