import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {completeRows} from "../../evidence/panel/departmentPanel.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {takeOutUnitAndYear} from "./takeOutUnitAndYear.js";

export interface BandReliability {
  /** width of the bands in which exposure is published */
  readonly width: number;
  /** share of its variance within units and years that is not rounding */
  readonly reliability: number;
}

/**
 * What publishing exposure in bands costs: rounding to a width w adds w2 / 12 of variance.
 *
 * Source     Sheppard (1898); null where exposure is no share, or does not vary
 */
export function bandReliability(panel: DepartmentPanel): BandReliability | null {
  const rows = completeRows(panel);
  const values = [...new Set(rows.map((row) => panel.x[row] ?? NaN))].toSorted((a, b) => a - b);
  if (panel.exposure.unit !== "share" || values.length < 2) return null;
  const width = leastOf(values.slice(1).map((value, i) => value - (values[i] ?? NaN)));
  const left = takeOutUnitAndYear(panel, rows)(panel.x);
  const variance = left.reduce((sum, value) => sum + value * value, 0) / rows.length;
  return variance > 0 ? {width, reliability: Math.max(0, 1 - (width * width) / 12 / variance)} : null;
}
