import {numbers, type ReleasedTable} from "../../released/table.js";
import type {ClaimState} from "../../words/en/claimed.js";
import {percent} from "../../words/en/numbers.js";
import {answerOf} from "../answerOf.js";
import type {EvidenceContext} from "../context.js";
import type {Finding} from "../finding.js";
import {isClear} from "../isClear.js";

/** What the data show of what was claimed of a finding; a claim is always of more, and of better. */
export function claimState(
  finding: Finding | null,
  {unit, person}: EvidenceContext,
  tables: ReadonlyMap<string, ReleasedTable>
): ClaimState {
  if (!finding) return {state: "untestable"};
  const {id, primary, evidence, direction} = finding;
  const answer = answerOf(finding);
  if (id === "sessions")
    return {state: "yes", how: `in ${percent(favourable(tables.get("module_ratings")))} of ratings`};
  if (answer === "impossible" || !primary) return {state: "untestable"};
  const hoped = primary.estimate > 0 === (direction === "higher");
  if (answer === "clear" && !hoped) return {state: "reverse"};
  if (answer === "clear")
    return {state: "yes", how: id === "managers" ? `compared with similar ${person.many}` : "over time"};
  if (answer === "difference") return {state: "between", units: unit.many};
  if (answer === "small") return {state: "small"};
  const [levels] = evidence;
  return id === "organisation" && levels && isClear(levels) && levels.estimate > 0
    ? {state: "all rose"}
    : {state: "unclear"};
}

/** Share of all shown ratings that were favourable. */
function favourable(table: ReleasedTable | undefined): number {
  const [n, shares] = [numbers(table?.rows ?? [], "ratings"), numbers(table?.rows ?? [], "favourable")];
  const shown = shares.flatMap((share, i) => (Number.isNaN(share + (n[i] ?? NaN)) ? [] : [{share, n: n[i] ?? 0}]));
  return shown.reduce((sum, one) => sum + one.n * one.share, 0) / shown.reduce((sum, one) => sum + one.n, 0);
}
