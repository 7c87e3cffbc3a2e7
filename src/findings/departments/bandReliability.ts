import {bandsOf} from "../../evidence/bandsOf.js";
import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {completeRows} from "../../evidence/panel/departmentPanel.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {dotProduct} from "../../stats/linalg/dotProduct.js";
import {takeOutUnitAndYear} from "./takeOutUnitAndYear.js";

export interface BandReliability {
  /** widths of the bands in which exposure is published, the narrowest first */
  readonly widths: readonly number[];
  /** share of its variance within units and years that is not rounding */
  readonly reliability: number;
}

/**
 * What publishing exposure in bands costs: rounding to a width w adds w2 / 12 of variance, on average over the rows, of
 * which those of fewer persons have wider bands. A share that is in no bands is as fine as its nearest two values.
 *
 * Source     Sheppard (1898); null where exposure is no share, or does not vary
 */
export function bandReliability(panel: DepartmentPanel): BandReliability | null {
  const rows = completeRows(panel);
  const shares = rows.map((row) => panel.x[row] ?? NaN);
  const values = [...new Set(shares)].toSorted((a, b) => a - b);
  if (panel.exposure.unit !== "share" || values.length < 2) return null;
  const nearest = leastOf(values.slice(1).map((value, i) => value - (values[i] ?? NaN)));
  const widths = bandsOf(
    shares,
    rows.map((row) => panel.persons[row])
  ) ?? [nearest];
  const variance = meanSquare(takeOutUnitAndYear(panel, rows)(panel.x));
  const used = [...new Set(widths)].filter((width) => width > 0).toSorted((a, b) => a - b);
  return variance > 0 ? {widths: used, reliability: Math.max(0, 1 - meanSquare(widths) / 12 / variance)} : null;
}

const meanSquare = (values: ArrayLike<number>): number => dotProduct(values) / values.length;
