/** What the data can say, and what they cannot: two lists, each line true of the findings at hand. */
import type {EvidenceContext} from "../context.js";
import {mayClaimCause} from "../designLevel.js";
import type {Finding} from "../finding.js";

export interface Limits {
  readonly can: readonly string[];
  readonly cannot: readonly string[];
}

const chose: Readonly<Record<EvidenceContext["assignment"], string>> = {
  randomised: "the start was drawn",
  "externally assigned": "somebody else set the start",
  nominated: "those who took part were sent, and may have differed before",
  voluntary: "those who took part chose to, and may have differed before",
  unknown: "it is not known who chose those who took part, and they may have differed before"
};

export function limits(findings: readonly Finding[], {programme, assignment}: EvidenceContext): Limits {
  const said = findings.filter(({claim}) => claim !== "none");
  const unsaid = findings.filter((finding) => !said.includes(finding));
  const caused = findings.some(({level}) => mayClaimCause(level, assignment));
  return {
    can: said.map(({title, certainty}) => `${title} (certainty ${certainty}).`),
    cannot: [
      ...(caused ? [] : [`That ${programme} brought any of this about: ${chose[assignment]}.`]),
      ...unsaid.map(({title}) => `${title}.`),
      "What a unit of money spent on it brings back: measures of several kinds over several years do not add up to one figure."
    ]
  };
}
