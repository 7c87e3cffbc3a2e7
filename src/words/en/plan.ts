/** What is said of the analysis plan: plain data in, sentences out. */
import {list} from "./numbers.js";

export interface PlanStanding {
  readonly status: "locked" | "altered" | "unlocked";
  /** findings that are other than in the last version */
  readonly altered: readonly string[];
  readonly last: {readonly version: number; readonly locked: string} | null;
}

/** Whether the plan is as it was locked, and what is exploratory where it is not. */
export function planStatus({status, altered, last}: PlanStanding): string {
  if (!last && altered.length === 0) return "The study has no plan, so every comparison is exploratory.";
  if (!last) return "The plan has not been locked, so every comparison is exploratory.";
  if (status === "locked")
    return `The plan is the same as when it was locked on ${last.locked}, in version ${last.version}.`;
  return `The plan has changed since it was locked on ${last.locked}, in version ${last.version}. These comparisons are exploratory: ${list(altered)}.`;
}

export const noVersions = "No version has been locked.";

/** A difference and what it is for: "1 percentage point, per 100 points more taking part". */
export const differencePer = (difference: string, per: string): string => `${difference}, ${per}`;

/** what a straight line through the years is read over */
export const overAllYears = "over all years";

/** What a plan says of the size that matters, in its registration. */
export const smallestThatMatters = (finding: string, difference: string): string =>
  `${finding}: the smallest difference that matters is ${difference}`;
