/**
 * Units with one another, year by year, over all years, and each with itself.
 *
 * Estimand   Pearson's and Spearman's r of exposure and outcome among a year's units; the same of all cells pooled;
 *            repeated-measures r within units (Bland and Altman)
 * Interval   of one year Fisher's; of several by unit, whose years are related
 */
import {pearson} from "../../stats/association/pearson.js";
import {spearman} from "../../stats/association/spearman.js";
import type {Estimate} from "../../stats/estimate.js";
import {correlateByUnit} from "./correlateByUnit.js";
import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {completeRows, yearsWithBoth} from "../../evidence/panel/departmentPanel.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";

export interface Correlated {
  readonly r: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** of one year */
  readonly p?: number | null;
}

export interface Correlations {
  readonly years: readonly {readonly year: number; readonly pearson: Correlated; readonly spearman: Correlated}[];
  readonly pooled: {readonly pearson: Correlated | null; readonly spearman: Correlated | null};
  readonly within: Correlated | null;
}

export function correlations(panel: DepartmentPanel): Correlations {
  const rows = completeRows(panel);
  const of = (column: readonly number[], chosen: readonly number[]): number[] =>
    chosen.map((row) => column[row] ?? NaN);
  const cells = {x: of(panel.x, rows), y: of(panel.y, rows), units: rows.map((row) => panel.units[row] ?? "")};
  const both = (chosen: readonly number[]): {pearson: Correlated | null; spearman: Correlated | null} => ({
    pearson: correlated(() => pearson(of(panel.x, chosen), of(panel.y, chosen))),
    spearman: correlated(() => spearman(of(panel.x, chosen), of(panel.y, chosen)))
  });
  return {
    years: yearsWithBoth(panel).flatMap((year) => {
      const {pearson: r, spearman: rho} = both(rows.filter((row) => panel.years[row] === year));
      return r && rho ? [{year, pearson: r, spearman: rho}] : [];
    }),
    pooled: {pearson: correlateByUnit(cells, "pearson"), spearman: correlateByUnit(cells, "spearman")},
    within: correlateByUnit(cells, "within")
  };
}

function correlated(estimate: () => Estimate<object>): Correlated | null {
  return ifIdentified(() => {
    const {terms, n} = estimate();
    const [term] = terms;
    return term ? {r: term.estimate, low: term.low, high: term.high, n, p: term.p} : null;
  });
}
