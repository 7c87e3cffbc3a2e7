/** What follows from the findings as graded; each piece of advice with the finding that it rests on. */
import {spokenOf} from "../words/outcome.js";
import {answerOf} from "../evidence/answerOf.js";
import type {EvidenceContext} from "../evidence/context.js";
import type {Finding, FindingId} from "../evidence/finding.js";
import {rowOf} from "../findings/rowOf.js";
import {measureNamed} from "../evidence/measure.js";

export interface Recommendation {
  readonly advice: string;
  /** why, in a sentence */
  readonly because: string;
  readonly finding: FindingId;
}

/** In the order of the findings. */
export function recommendations(
  findings: readonly Finding[],
  {programme, person, measures}: EvidenceContext
): Recommendation[] {
  return findings.flatMap((finding) => {
    const {id, primary, direction, level, outcome, checks} = finding;
    const failed = (check: string): boolean => checks.some((one) => one.id === check && one.state === "failed");
    const advice = rowOf(id).advice({
      answer: answerOf(finding),
      hoped: primary !== null && primary.estimate > 0 === (direction === "higher"),
      drawn: level === 5,
      programme,
      outcome: spokenOf(measureNamed(measures, outcome).label),
      person,
      fewRated: failed("rated"),
      ratersKnew: failed("raters")
    });
    return advice.map((one) => ({...one, finding: id}));
  });
}
