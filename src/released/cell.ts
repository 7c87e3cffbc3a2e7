/** A value withheld by disclosure control: not missing, not zero, and never a number. */
export interface Suppressed {
  /** the rule in a reader's words, for instance "fewer than 10" */
  readonly suppressed: string;
}

/** One cell of a released table; null is missing. */
export type Cell = string | number | boolean | null | Suppressed;

export function isSuppressed(cell: unknown): cell is Suppressed {
  return typeof cell === "object" && cell !== null && "suppressed" in cell;
}
