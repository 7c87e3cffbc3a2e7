import type {Certainty} from "./certainty.js";
import type {Check} from "./check.js";
import type {DesignLevel} from "./designLevel.js";

export const findingIds = ["purpose", "departments", "organisation", "sessions", "managers", "engagement"] as const;

export type FindingId = (typeof findingIds)[number];

/** What a finding's number is: a description of what happened, an association, or an effect. */
export type Kind = "descriptive" | "association" | "effect";

/** What the title asserts: nothing, that units or series differ or go together, or a change within units or persons. */
export type Claim = "none" | "difference" | "change";

/** One estimate as a reader meets it, in the unit that `unit` names. */
export interface Evidence {
  readonly label: string;
  /** the naive picture comes first, then what survives */
  readonly naive: boolean;
  /** a negative control: where the programme cannot have worked, so that a difference is a warning */
  readonly control?: boolean;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly df: number | null;
  readonly p: number | null;
  /** p adjusted for the number of measures that were looked at together */
  readonly adjusted?: number | null;
  readonly n: number;
  /** what n counts: "department-years" */
  readonly rows: string;
  readonly note: string;
}

export interface Finding {
  readonly id: FindingId;
  readonly question: string;
  /** the answer, in a line */
  readonly title: string;
  /** the answer with its difference, interval, unit and n */
  readonly sentence: string;
  readonly kind: Kind;
  readonly level: DesignLevel;
  readonly certainty: Certainty;
  readonly claim: Claim;
  readonly checks: readonly Check[];
  /** the primary estimate of the analysis plan */
  readonly primary: Evidence | null;
  /** estimates of what the primary one estimates, the naive picture first */
  readonly evidence: readonly Evidence[];
  /** the same for each measure, where the finding is of several; negative controls last */
  readonly measures?: readonly Evidence[];
  readonly specification: string;
  /** the measure on the left of the specification */
  readonly outcome: string;
  /** the best explanation other than the programme */
  readonly alternative: string;
  readonly wouldChange: string;
  readonly absent: string;
}
