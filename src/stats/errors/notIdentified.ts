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

type Shortage = "too few rows" | "too few groups";

/** How many there are, and how many it takes. */
export interface Short {
  readonly has: number;
  readonly needs: number;
}

export type WhyNot = [reason: Shortage, short: Short] | [reason?: Exclude<NotIdentifiedReason, Shortage>];

/** The data cannot tell what was asked, however it is asked: no variation, too few rows, nothing to compare with. */
export class NotIdentified extends RangeError {
  readonly why: WhyNot;

  constructor(message: string, ...why: WhyNot) {
    super(message);
    this.name = "NotIdentified";
    this.why = why;
  }

  get reason(): NotIdentifiedReason {
    return this.why[0] ?? "not identified";
  }

  /** where there are too few */
  get short(): Short | null {
    return this.why[1] ?? null;
  }
}
