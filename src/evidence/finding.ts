import type {Domain} from "./domains.js";
import type {Certainty, CertaintyReached} from "./verdict/certaintyOf.js";
import type {CheckMade, CheckNamed} from "./verdict/checkState.js";
import type {DesignLevel} from "./verdict/designLevel.js";
import type {TitleTests} from "./verdict/titleClaim.js";

/** A row of `src/findings/registry.ts`, which says all that differs from finding to finding: nothing here does. */
export type FindingId = string;

/** What a finding's number is: a description of what happened, an association, or an effect. */
export type Kind = "descriptive" | "association" | "effect";

/** What the title asserts: nothing, that units or series differ or go together, or a change within units or persons. */
export type Claim = "none" | "difference" | "change";

/** Errors by unit, of rows that are units of their own, or of a wild cluster bootstrap. */
export type ErrorsKind = "clustered" | "robust" | "wild";

/** One estimate as a reader meets it, in the unit that `unit` names. */
export interface Evidence {
  readonly label: string;
  /** the simple picture comes first, then what remains after adjustment */
  readonly naive: boolean;
  /** a negative control: where the programme cannot have worked, so that a difference is a warning */
  readonly control?: boolean;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly df: number | null;
  /** where a resampled interval has no df of its own: Satterthwaite's of the same estimate, for what the study can find */
  readonly effectiveDf?: number | null;
  readonly p: number | null;
  /** p adjusted for the number of measures that were looked at together */
  readonly adjusted?: number | null;
  readonly n: number;
  /** what n counts: "department-years" */
  readonly rows: string;
  readonly note: string;
  /** how interval and p were made, where a sentence says it */
  readonly errors?: ErrorsKind;
  /** the measure, by name, whose difference from the sector's it is of */
  readonly besideSector?: string;
}

/** One thing that was looked into, and what came of it. */
export interface Check extends CheckMade {
  /** as a question that yes answers reassuringly */
  readonly asked: string;
  /** what was found, with its numbers, in a sentence */
  readonly why: string;
}

/** What the report's headline reads of a finding whose planned comparison is a change that it may name. */
export interface Candidacy {
  /** the side on which the estimate is clear beside each unit's own trend; 0: neither; null: not asked of it */
  readonly ownTrend: -1 | 0 | 1 | null;
}

/** A finding before the planned comparisons are counted together. */
export interface FindingDraft {
  readonly id: FindingId;
  readonly question: string;
  /** the answer, in a line */
  readonly title: string;
  /** the answer with its difference, interval, unit and n */
  readonly sentence: string;
  /** what else was seen; it follows whether the difference is clear and large enough to matter */
  readonly beside?: string;
  readonly kind: Kind;
  readonly level: DesignLevel;
  /** how the comparison was made, in a sentence */
  readonly comparison: string;
  readonly claim: Claim;
  readonly tests: TitleTests;
  /** the measure that is compared, and which way is hoped for */
  readonly outcome: string;
  readonly direction: "higher" | "lower";
  /** the smallest difference that matters, in the primary estimate's unit */
  readonly worthwhile: number;
  /** null where the headline may not name it */
  readonly candidacy: Candidacy | null;
  readonly required: readonly CheckNamed[];
  readonly checks: readonly Check[];
  /** the primary estimate of the analysis plan */
  readonly primary: Evidence | null;
  /** estimates of what the primary one estimates, the simple picture first */
  readonly evidence: readonly Evidence[];
  /** the same for each measure, where the finding is of several; negative controls last */
  readonly measures?: readonly Evidence[];
  readonly specification: string;
  /** the best explanation other than the programme */
  readonly alternative: string;
  readonly wouldChange: string;
  readonly absent: string;
}

export interface Finding extends FindingDraft {
  readonly certainty: Certainty;
  readonly reached: CertaintyReached;
}

export type {Domain};
