import type {EvidenceContext} from "./context.js";
import {type DepartmentPanel, completeRows, timeColumn, unitColumn, yearsWithBoth} from "./panel/departmentPanel.js";
import {impossibleReason} from "../words/impossible.js";
import {say} from "../words/say.js";

/** Why units cannot be compared, in the reader's words: the most telling of what the cells lack. */
export function whyImpossible(panel: DepartmentPanel, {unit, person, programme, plan}: EvidenceContext): string {
  const {x, y, units, outcome, exposure} = panel;
  const study = {unit, person, programme};
  const seen = x.filter(Number.isFinite);
  const rows = completeRows(panel);
  const noun = exposure.unit === "share" ? say("participation") : exposure.label.toLowerCase();
  if (seen.length > 0 && seen.every((value) => value === 0)) return impossibleReason({kind: "nobody", noun}, study);
  if (!y.some(Number.isFinite)) return impossibleReason({kind: "no values", label: outcome.label}, study);
  if (seen.length === 0) return impossibleReason({kind: "no values", label: exposure.label}, study);
  if (new Set(units).size === 1) return impossibleReason({kind: "one unit"}, study);
  if (new Set(rows.map((row) => x[row])).size < 2) return impossibleReason({kind: "same everywhere", noun}, study);
  if (new Set(rows.map((row) => y[row])).size < 2)
    return impossibleReason({kind: "constant", label: outcome.label}, study);
  const years = yearsWithBoth(panel).length;
  const overYears = plan === undefined || plan.absorbed.some((name) => name === unitColumn || name === timeColumn);
  if (overYears && years < 3) return impossibleReason({kind: "few years", years}, study);
  return impossibleReason({kind: "no contrast", noun}, study);
}
