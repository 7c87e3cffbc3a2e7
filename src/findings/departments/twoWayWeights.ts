/**
 * Which comparisons the estimate within units and years rests on: each cell's weight in it.
 *
 * Model      b = sum over cells of w times the cell's own difference from no exposure; w = x r / sum of x r, r what unit
 *            and year leave of x. A negative weight takes a cell's difference with the wrong sign
 * Source     de Chaisemartin and D'Haultfoeuille (2020), doi:10.1257/aer.20181169, theorem 1, for an exposure of any size
 *            what the plan adjusts for is taken out of r as well
 */
import {completeRows, type DepartmentPanel, timeColumn, unitColumn} from "../../evidence/panel/departmentPanel.js";
import {plannedControls} from "../../evidence/panel/plannedControls.js";
import {dotProduct} from "../../stats/linalg/dotProduct.js";
import {isLeft} from "../../stats/linalg/isLeft.js";
import {orthogonalise} from "../../stats/linalg/orthogonalise.js";
import {takeOutUnitAndYear} from "./takeOutUnitAndYear.js";

export interface TwoWayWeights {
  /** cells with some exposure */
  readonly cells: number;
  readonly negative: number;
  /** what the negative weights sum to, of 1 in all; 0 or below */
  readonly sum: number;
  /** the fewest units that bring half of what is left of the exposure, and how many there are */
  readonly half: number;
  readonly units: number;
}

/** Null where the plan does not absorb both, or unit and year leave nothing of the exposure. */
export function twoWayWeights(panel: DepartmentPanel): TwoWayWeights | null {
  if (![unitColumn, timeColumn].every((name) => panel.absorbed.includes(name))) return null;
  const controls = plannedControls(panel);
  const rows = completeRows(panel).filter((row) => controls.every(({values}) => Number.isFinite(values[row])));
  const takeOut = takeOutUnitAndYear(panel, rows);
  const left = takeOut(panel.x);
  const beside = controls.flatMap(({values}) => {
    const column = takeOut(values);
    return isLeft(
      column,
      Float64Array.from(rows, (row) => values[row] ?? NaN)
    )
      ? [column]
      : [];
  });
  for (const column of orthogonalise(beside).q) {
    const along = dotProduct(column, left);
    column.forEach((value, i) => (left[i]! -= along * value));
  }
  const x = rows.map((row) => panel.x[row] ?? NaN);
  const total = left.reduce((sum, r, i) => sum + r * (x[i] ?? 0), 0);
  if (!isLeft(left, Float64Array.from(x))) return null;
  const weights = [...left].flatMap((r, i) => (x[i] === 0 ? [] : [(r * (x[i] ?? 0)) / total]));
  const negative = weights.filter((weight) => weight < 0);
  const shares = new Map<string, number>();
  rows.forEach((row, i) => {
    const unit = panel.units[row] ?? "";
    shares.set(unit, (shares.get(unit) ?? 0) + (left[i] ?? 0) ** 2 / total);
  });
  return {
    cells: weights.length,
    negative: negative.length,
    sum: negative.reduce((sum, weight) => sum + weight, 0),
    half: fewestFor(0.5, [...shares.values()]),
    units: shares.size
  };
}

function fewestFor(share: number, shares: readonly number[]): number {
  let reached = 0;
  return shares.toSorted((a, b) => b - a).findIndex((own) => (reached += own) >= share) + 1;
}
