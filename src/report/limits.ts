/** What the report can and cannot show: two lists, each line true of the findings at hand. */
import type {EvidenceContext} from "../evidence/context.js";
import type {Finding} from "../evidence/finding.js";
import {isTooSmall} from "../evidence/verdict/precisionState.js";
import {rowOf} from "../findings/rowOf.js";
import {limitsWords} from "../words/limits.js";

export interface Limits {
  readonly can: readonly string[];
  readonly cannot: readonly string[];
}

export function limits(
  findings: readonly Finding[],
  {programme}: Pick<EvidenceContext, "programme">,
  {synthetic = false}: {readonly synthetic?: boolean} = {}
): Limits {
  const said = findings.filter(
    ({claim, primary, worthwhile}) => claim !== "none" || (primary !== null && isTooSmall(primary, worthwhile))
  );
  return limitsWords({
    said: said.map(({title, certainty}) => ({title, certainty})),
    unsaid: findings
      .filter((finding) => !said.includes(finding))
      .map(({id, question}) => rowOf(id).unshown?.({programme}) ?? question),
    programme,
    drawn: findings.some(({level}) => level === 5),
    synthetic,
    several: new Set(findings.map(({outcome}) => outcome)).size > 1
  });
}
