/** Why an estimate cannot be made from the data at hand, for a reader's sentence: no name and no value is part of it. */
export type NotIdentifiedReason =
  | "no variation"
  | "no rows"
  | "too few rows"
  | "too few groups"
  | "collinear"
  | "no comparison"
  | "separated"
  | "not converged"
  | "not feasible"
  | "not identified";

/** The data cannot tell what was asked, however it is asked: no variation, too few rows, nothing to compare with. */
export class NotIdentified extends RangeError {
  readonly reason: NotIdentifiedReason;

  constructor(message: string, reason: NotIdentifiedReason = "not identified") {
    super(message);
    this.name = "NotIdentified";
    this.reason = reason;
  }
}
