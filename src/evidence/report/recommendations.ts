/** What follows from the findings as graded; each piece of advice with the finding that it rests on. */
import type {EvidenceContext} from "../context.js";
import {failedDomains} from "../check.js";
import {mayClaimCause} from "../designLevel.js";
import type {Finding, FindingId} from "../finding.js";

export interface Recommendation {
  readonly advice: string;
  /** why, in a sentence */
  readonly because: string;
  readonly finding: FindingId;
}

type Advise = (finding: Finding, context: EvidenceContext) => readonly Omit<Recommendation, "finding">[];

const byFinding: Readonly<Record<FindingId, Advise>> = {
  purpose: ({primary, claim}) =>
    claim !== "none" && primary && primary.estimate > 0
      ? [{advice: "Go on putting groups together across the lines.", because: "There the lines did come to meet."}]
      : [
          {
            advice: "Put groups together across the lines on purpose.",
            because: "Left to themselves the lines hardly met more."
          }
        ],
  departments: (finding, {programme, assignment}) => [
    mayClaimCause(finding.level, assignment)
      ? {
          advice: `Weigh ${programme} by what it brought.`,
          because: `The design carries a cause, with ${finding.certainty} certainty.`
        }
      : {
          advice: `Neither extend nor end ${programme} for these figures alone.`,
          because:
            finding.claim === "none"
              ? "A difference that cannot be told from none is not the same as none."
              : `What goes with it is known with ${finding.certainty} certainty; that it comes from it is not known.`
        }
  ],
  organisation: ({claim}) =>
    claim === "none"
      ? [
          {
            advice: "Leave the organisation's yearly totals out of the argument, for and against.",
            because: "So few years cannot tell one cause from another."
          }
        ]
      : [],
  sessions: (finding) => [
    ...(finding.claim === "difference" && finding.primary && finding.primary.estimate > 0
      ? [
          {
            advice: "Keep the reflective modules, and look again at those liked least.",
            because: "The difference stands in the planned comparison."
          }
        ]
      : []),
    ...(failedDomains(finding.checks).includes("missing")
      ? [
          {
            advice: "Ask everybody after a session, or follow up a drawn sample.",
            because: "Too many sessions go unrated to know how they were liked."
          }
        ]
      : [])
  ],
  managers: (finding, {person}) =>
    failedDomains(finding.checks).includes("measurement")
      ? [
          {
            advice: `Have ${person.many} rated by somebody who does not know who took part.`,
            because: "Ratings by those who know cannot tell much."
          }
        ]
      : [],
  engagement: (finding) =>
    finding.claim === "change"
      ? []
      : [
          {
            advice: "Keep asking the same questions of everybody, and follow up those who are silent.",
            because: "The change within units is too small, or too uncertain, for the answers at hand."
          }
        ]
};

/** In the order of the findings. */
export function recommendations(findings: readonly Finding[], context: EvidenceContext): Recommendation[] {
  return findings.flatMap((finding) =>
    byFinding[finding.id](finding, context).map((advice) => ({...advice, finding: finding.id}))
  );
}
