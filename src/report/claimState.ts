import {answerOf} from "../evidence/answerOf.js";
import type {EvidenceContext} from "../evidence/context.js";
import type {Finding} from "../evidence/finding.js";
import {rowOf} from "../findings/rowOf.js";
import type {ReleasedTable} from "../released/table.js";
import {ratedScales} from "../findings/ratedScales.js";
import {claimHow, type ClaimState} from "../words/claimed.js";

/** What the data show of what was claimed of a finding; a claim is always of more, and of better. */
export function claimState(
  finding: Finding | null,
  {unit, person}: EvidenceContext,
  tables: ReadonlyMap<string, ReleasedTable>
): ClaimState {
  if (!finding) return {state: "untestable"};
  const {id, primary, direction} = finding;
  const row = rowOf(id);
  const own = row.claimed?.(finding, tables);
  if (own) return own;
  const answer = answerOf(finding);
  if (answer === "impossible" || !primary) return {state: "untestable"};
  const hoped = primary.estimate > 0 === (direction === "higher");
  if (answer === "clear" && !hoped) return {state: "reverse"};
  if (answer === "clear" && finding.level < 5 && row.compares === "persons")
    return {state: "on average", persons: person.many, rated: ratedRange(tables)};
  if (answer === "clear" && id === "purpose") return {state: "yes", how: claimHow.inSessions};
  if (answer === "clear") return {state: "yes", how: finding.level === 5 ? claimHow.drawn : claimHow.overTime};
  if (answer === "difference") return {state: "between", units: unit.many};
  return {state: answer === "small" ? "small" : "unclear"};
}

function ratedRange(tables: ReadonlyMap<string, ReleasedTable>): readonly [number, number] | null {
  const shares = ratedScales(tables).map(({up}) => up);
  const [least, ...more] = shares;
  if (least === undefined) return null;
  return more.reduce(([low, high], share) => [Math.min(low, share), Math.max(high, share)], [least, least]);
}
