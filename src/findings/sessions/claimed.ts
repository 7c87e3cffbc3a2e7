import type {Finding} from "../../evidence/finding.js";
import {numbers, type ReleasedTable} from "../../released/table.js";
import {favourableShare, type ClaimState} from "../../words/claimed.js";
import {percent} from "../../words/numbers.js";

/** That sessions were liked is claimed of all of them, and is counted. */
export function claimed(_: Finding, tables: ReadonlyMap<string, ReleasedTable>): ClaimState {
  const share = favourable(tables.get("module_ratings"));
  return share === null ? {state: "untestable"} : {state: "yes", how: favourableShare(percent(share))};
}

/** Share of all shown ratings that were favourable; null where none is shown. */
function favourable(table: ReleasedTable | undefined): number | null {
  const [n, shares] = [numbers(table?.rows ?? [], "ratings"), numbers(table?.rows ?? [], "favourable")];
  const shown = shares.flatMap((share, i) => (Number.isNaN(share + (n[i] ?? NaN)) ? [] : [{share, n: n[i] ?? 0}]));
  if (shown.length === 0) return null;
  return shown.reduce((sum, one) => sum + one.n * one.share, 0) / shown.reduce((sum, one) => sum + one.n, 0);
}
