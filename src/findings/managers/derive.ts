import type {ReleasedRow} from "../../released/table.js";
import type {DeriveInput} from "../deriveInput.js";

/** Where those who started stood by years from their start, each mean with its 95 % interval. */
export interface ManagersDerived {
  readonly standing: readonly ReleasedRow[];
}

export function deriveManagers({tables}: DeriveInput): ManagersDerived {
  const rows = tables.get("rating_years")?.rows ?? [];
  return {standing: rows.map((row) => ({...row, ...reachOf(row)}))};
}

function reachOf({mean, se}: ReleasedRow): {low: number | null; high: number | null} {
  if (typeof mean !== "number" || typeof se !== "number") return {low: null, high: null};
  const reach = 1.96 * se;
  return {low: mean - reach, high: mean + reach};
}
