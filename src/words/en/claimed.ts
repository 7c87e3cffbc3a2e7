import {capital, inWords, percent} from "./numbers.js";
import type {StudyWords} from "./words.js";

/** What the data show beside a claim. */
export type ClaimState =
  | {readonly state: "yes"; readonly how: string}
  /** a mean difference says nothing of most of them */
  | {
      readonly state: "on average";
      readonly persons: string;
      /** lowest and highest share that was rated higher, by scale; null where none is shown */
      readonly rated: readonly [number, number] | null;
    }
  | {readonly state: "between" | "reverse" | "unclear" | "small" | "all rose" | "untestable"; readonly units?: string};

export function claimCell(shown: ClaimState): string {
  switch (shown.state) {
    case "yes":
      return `Yes, ${shown.how}`;
    case "on average":
      return onAverage(shown);
    case "between":
      return `Between ${shown.units ?? "units"} only`;
    case "reverse":
      return "The reverse";
    case "unclear":
      return "Not clear";
    case "small":
      return "Too small to matter";
    case "all rose":
      return "All rose; the reason is not clear";
    case "untestable":
      return "Not testable";
  }
}

function onAverage({persons, rated}: Extract<ClaimState, {state: "on average"}>): string {
  if (rated === null) return `On average, compared with similar ${persons}`;
  const [low, high] = [percent(rated[0]), percent(rated[1])];
  const share = low === high ? low : `${low} to ${high}`;
  return rated[1] < 0.5
    ? `On average, but not most of them: ${share} were rated higher`
    : `On average, compared with similar ${persons}; ${share} were rated higher`;
}

/** How a claim was found to be so. */
export const claimHow = {drawn: "as drawn at random", overTime: "over time", inSessions: "in sessions"} as const;

export const favourableShare = (share: string): string => `in ${share} of ratings`;

export const claimHeadings = {
  claim: "Claim",
  shown: "In our data",
  simple: "Simple comparison",
  main: "Main comparison",
  sure: "How sure"
} as const;

export const claimsCaption = "What was claimed, and what our data show";

/** Of which difference in the exposure the table's differences are, and why a claim on profits is answered by the margin. */
export const claimsNote = (step: string, {unit}: StudyWords, {margin}: {readonly margin: boolean}): string =>
  `${margin ? `${capital(unit.many)} are compared by profit margin, the share of revenue that is profit, since profit itself grows with size. ` : ""}` +
  `Differences between ${unit.many} and in survey scores are ${step}. In brackets, 95\u202f% confidence intervals. How sure we are concerns the direction, not the reason.`;

/** What comes before the claims: whose they are, and what our data can do about them. */
export function claimsIntroduction({
  source,
  number,
  synthetic
}: {
  readonly source: string;
  readonly number: number;
  readonly synthetic: boolean;
}): string {
  const what = number === 1 ? "one finding, without figures" : `${inWords(number)} findings, without figures`;
  const ours = synthetic
    ? " Our data are simulated: a yes shows how a claim is checked, and says nothing of the original programme."
    : "";
  return `${source} reported ${what}. We ask the same of our data.${ours}`;
}
