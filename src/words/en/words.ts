/** A noun, in the singular and the plural. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** How a study calls what it is about. */
export interface StudyWords {
  readonly unit: Noun;
  readonly person: Noun;
  readonly programme: string;
}

/** The side of a difference, as measured. */
export type Side = "higher" | "lower";

/**
 * What a comparison came to. clear: after adjustment; difference: only that between units is clear; small: shown too
 * small to matter; none: nothing is clear; impossible: it could not be made.
 */
export type Answer = "clear" | "difference" | "small" | "none" | "impossible";
