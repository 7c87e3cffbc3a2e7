/**
 * Did units depart from those not yet started in the last year before they started themselves?
 *
 * Model      y_it = c last_it + the plan's controls + unit + year, over a unit's years before its own first exposure; last is
 *            1 in the year before it
 * Estimand   c: the change into that year, beside the change of units that had not started either
 * Errors     by unit, CR2 with Satterthwaite df
 * Not here   exposures of more or less, which have no start
 */
import {ols} from "../../stats/regression/ols.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import {ifIdentified} from "../ifIdentified.js";
import {type DepartmentPanel, timeColumn, unitColumn} from "./departmentPanel.js";
import {besideExposure, plannedControls} from "./plannedControls.js";
import {say} from "../../words/say.js";

/** Null where the exposure is not yes or no, or no unit that starts later is seen twice before. */
export function beforeOwnStart(panel: DepartmentPanel): Evidence | null {
  if (panel.exposure.unit !== "0 or 1") return null;
  const {units, years, x, y, unit, rows} = panel;
  const starts = new Map<string, number>();
  units.forEach((name, row) => {
    const year = years[row] ?? NaN;
    if ((x[row] ?? NaN) > 0) starts.set(name, Math.min(starts.get(name) ?? Infinity, year));
  });
  const startOf = (row: number): number => starts.get(units[row] ?? "") ?? Infinity;
  const last = years.map((year, row) =>
    year < startOf(row) && Number.isFinite(x[row]) ? Number(year === startOf(row) - 1) : NaN
  );
  const controls = besideExposure(plannedControls(panel));
  const table = {[unitColumn]: units, [timeColumn]: years, y, last, ...controls.columns};
  const formula = `y ~ last${controls.right} | ${unitColumn} + ${timeColumn}`;
  return ifIdentified(() =>
    evidenceFrom(ols(formula, table, {cluster: unitColumn, about: "last"}), {
      label: say("The year before the start, beside units not yet started"),
      term: "last",
      unit,
      rows
    })
  );
}
