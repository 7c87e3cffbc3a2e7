/**
 * What the draw alone gives: units exchange what they were drawn for, among those that the plan compares with one another.
 *
 * Model      under no effect each assignment of a stratum's exposures to its units is as likely as any other; what the plan
 *            adjusts for of the draw (another arm) moves with them
 * Statistic  the planned coefficient: y on the exposure, less what controls and strata explain of it, which an exchange
 *            within strata permutes as it stands
 * P          (b + 1) / (m + 1) of m drawn exchanges with an estimate at least as far from none
 * Source     Fisher (1935); Frisch & Waugh (1933)
 * Not here   units seen in several years: a draw gives them a whole course, see permuteTrajectories
 */
import {demeaner} from "../../stats/regression/demeaner.js";
import {dotProduct} from "../../stats/linalg/dotProduct.js";
import {orthogonalise} from "../../stats/linalg/orthogonalise.js";
import {random} from "../../stats/random.js";
import {completeRows, type DepartmentPanel, oneRowAUnit} from "../../evidence/panel/departmentPanel.js";
import {plannedControls} from "../../evidence/panel/plannedControls.js";
import type {Permuted} from "./permuteTrajectories.js";

export interface Redrawn extends Pick<Permuted, "p" | "draws" | "seed"> {
  /** in the columns' units */
  readonly estimate: number;
  /** columns within whose values units exchange */
  readonly strata: readonly string[];
}

/** Null where units have several rows, or nothing is left to exchange. */
export function redraw(
  panel: DepartmentPanel,
  {draws = 1999, seed = 1}: {readonly draws?: number; readonly seed?: number} = {}
): Redrawn | null {
  if (!oneRowAUnit(panel)) return null;
  const controls = plannedControls(panel);
  const rows = completeRows(panel).filter((row) => controls.every(({values}) => Number.isFinite(values[row])));
  const labels = rows.map((row) => panel.absorbed.map((name) => String(panel.columns[name]?.[row])).join(" "));
  const strata = [...new Set(labels)];
  const places = new Map(strata.map((label, code) => [label, code]));
  const codes = Int32Array.from(labels, (label) => places.get(label) ?? 0);
  const takeOut = demeaner([{name: "stratum", levels: strata.length, codes}]);
  const within = (values: readonly number[]): Float64Array =>
    Float64Array.from(takeOut(Float64Array.from(rows, (row) => values[row] ?? NaN)));
  const [weight, y] = [within(panel.x), within(panel.y)];
  for (const column of orthogonalise(controls.map(({values}) => within(values))).q) {
    const along = dotProduct(column, weight);
    column.forEach((value, i) => (weight[i]! -= along * value));
  }
  const size = dotProduct(weight);
  if (!(size > 1e-12)) return null;
  const groups = strata.map((_, code) => Array.from(codes.keys()).filter((i) => codes[i] === code));
  const observed = dotProduct(weight, y) / size;
  const {below} = random(seed).stream("redraw");
  let beyond = 0;
  for (let k = 0; k < draws; k++) {
    for (const group of groups)
      for (let i = group.length - 1; i > 0; i--) {
        const [a, b] = [group[i]!, group[below(i + 1)]!];
        [weight[a], weight[b]] = [weight[b]!, weight[a]!];
      }
    if (Math.abs(dotProduct(weight, y) / size) >= Math.abs(observed) - 1e-12) beyond++;
  }
  return {estimate: observed, p: (beyond + 1) / (draws + 1), draws, seed, strata: panel.absorbed};
}
