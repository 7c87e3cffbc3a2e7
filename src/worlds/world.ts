import type {Claim, FindingId} from "../evidence/finding.js";
import type {Certainty} from "../evidence/verdict/certaintyOf.js";

/**
 * truth: effects and selection as the study says; pure: neither; selection: the better take part, to no effect; trends: those
 * that have long been improving take part, to no effect; shocks: those that are about to improve
 */
export const worldKindNames = ["truth", "pure", "selection", "trends", "shocks"] as const;

export type WorldKind = (typeof worldKindNames)[number];

/** An estimate without its words. */
export interface WorldEstimate {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly df: number | null;
}

/** What a reader of a simulated study would have been told. */
export interface WorldFinding {
  readonly finding: FindingId;
  readonly claim: Claim;
  /** side of no difference on which what is claimed lies; 0 where nothing is */
  readonly sign: -1 | 0 | 1;
  /** the article's own picture; null where it could not be made */
  readonly naive: WorldEstimate | null;
  /** the plan's */
  readonly primary: WorldEstimate | null;
  readonly certainty?: Certainty;
}

/** One simulated study, its truth known. */
export interface World {
  readonly kind: WorldKind;
  readonly seed: number;
  readonly findings: readonly WorldFinding[];
  /** what the report's first line would have named */
  readonly headline?: {readonly better: readonly FindingId[]; readonly worse: readonly FindingId[]};
  /** why it has no findings, where the pipeline gave up */
  readonly failed?: string;
}

/** What is true of a finding in the study that the worlds are like, in the finding's unit. */
export interface WorldTruth {
  readonly finding: FindingId;
  readonly truth: number;
}

/** Simulated studies like one study, frozen. */
export interface Worlds {
  /** of the code, policy and parameters that made them */
  readonly digest: string;
  readonly truths: readonly WorldTruth[];
  readonly worlds: readonly World[];
}
