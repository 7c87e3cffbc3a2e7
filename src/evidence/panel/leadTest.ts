/**
 * Which came first: what next year's exposure tells of this year's outcome beside this year's own.
 *
 * Model      y_it = b x_it + c x_i,t+lead + the plan's controls + unit + year
 * Estimand   c for a step of the exposure, nothing where exposure comes before outcome
 * Errors     by unit, CR2 with Satterthwaite df
 * Not here   Granger's test, for which a decade is too short
 */
import {ols} from "../../stats/regression/ols.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import type {DepartmentPanel} from "./departmentPanel.js";
import {timeColumn, unitColumn, yearsWithBoth} from "./departmentPanel.js";
import {fewestYears} from "./fewestYears.js";
import {besideExposure, plannedControls} from "./plannedControls.js";
import {shifted} from "./shifted.js";
import {ifIdentified} from "../ifIdentified.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

/** Null where there are too few years, or the exposure of so many years on can't be told from this year's. */
export function leadTest(panel: DepartmentPanel, {lead = 1}: {readonly lead?: number} = {}): Evidence | null {
  if (yearsWithBoth(panel).length < fewestYears) return null;
  const {units, years, x, y, unit, rows} = panel;
  const controls = besideExposure(plannedControls(panel));
  const table = {[unitColumn]: units, [timeColumn]: years, y, x, next: shifted(panel, -lead), ...controls.columns};
  const formula = `y ~ x + next${controls.right} | ${unitColumn} + ${timeColumn}`;
  const label = say(
    "{0}, beside this year's",
    lead === 1 ? say("Next year's exposure") : say("Exposure {0} years on", count(lead))
  );
  return ifIdentified(() =>
    evidenceFrom(ols(formula, table, {cluster: unitColumn, about: "next"}), {
      label,
      term: "next",
      unit,
      rows,
      scale: panel.step
    })
  );
}
