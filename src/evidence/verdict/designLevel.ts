/**
 * How strong a comparison is by its making, on the Maryland scale, from the plan and the data and never from a result.
 *
 * Source     Sherman et al. (1998), Preventing Crime, ch. 2
 */
export type DesignLevel = 1 | 2 | 3 | 4 | 5;

/** Who set who takes part, or when. */
export type AssignmentHow = "randomised" | "externally assigned" | "nominated" | "voluntary" | "unknown";

export interface Assignment {
  readonly how: AssignmentHow;
  /** what was assigned: persons, departments, or nothing */
  readonly what: "persons" | "departments" | "none";
  /** the measure that holds what was assigned, as it was drawn and not as it was taken up */
  readonly exposure: string | null;
  /** where the assignment is recorded */
  readonly record: string | null;
  /** what was done, in the study's own words */
  readonly account?: string | null;
}

/** What is compared, as the plan's formula and the data have it. */
export interface Comparison {
  readonly compares: "persons" | "departments" | "ratings" | "years";
  readonly exposure: string;
  readonly absorbsUnit: boolean;
  readonly absorbsTime: boolean;
  /** controls stand in the formula */
  readonly adjusted: boolean;
  /** outcomes of years before the programme are there */
  readonly yearsBefore: boolean;
  /** in some year some have started and others have not */
  readonly notYetStarted: boolean;
}

/** Shares of those who took part are taken up by choice, whatever was drawn. */
const takenUp = new Set(["participation", "stock", "dose"]);

export function designLevel(comparison: Comparison, assignment: Assignment): DesignLevel {
  const assigned = comparesAssigned(comparison, assignment);
  if (assigned && assignment.how === "randomised") return 5;
  const {absorbsUnit, absorbsTime, adjusted, yearsBefore, notYetStarted} = comparison;
  const followed = absorbsUnit && absorbsTime;
  if (followed && (yearsBefore || notYetStarted)) return assigned && assignment.how === "externally assigned" ? 4 : 3;
  return followed || adjusted ? 2 : 1;
}

/** Whether the comparison is of what somebody else than those who take part has assigned, as it was assigned. */
export function comparesAssigned({compares, exposure}: Comparison, {how, what, ...filed}: Assignment): boolean {
  return (
    (how === "randomised" || how === "externally assigned") &&
    filed.record !== null &&
    filed.exposure === exposure &&
    !takenUp.has(exposure) &&
    what === compares
  );
}
