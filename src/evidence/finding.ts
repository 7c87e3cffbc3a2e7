import type {Certainty} from "./certainty.js";
import type {DesignLevel} from "./designLevel.js";

export const findingIds = ["purpose", "departments", "organisation", "sessions", "managers", "engagement"] as const;

export type FindingId = (typeof findingIds)[number];

/** What a finding's number is: a description of what happened, an association, or an effect. */
export type Kind = "descriptive" | "association" | "effect";

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
  /** domains that were judged to fail, in words */
  readonly doubts: readonly string[];
  /** the primary estimate of the analysis plan */
  readonly primary: Evidence | null;
  readonly evidence: readonly Evidence[];
  readonly specification: string;
  /** the best explanation other than the programme */
  readonly alternative: string;
  readonly wouldChange: string;
  readonly absent: string;
}
