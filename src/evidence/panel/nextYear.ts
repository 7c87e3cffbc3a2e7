import {ols} from "../../stats/regression/ols.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import {ifIdentified} from "../ifIdentified.js";
import {type DepartmentPanel, timeColumn, unitColumn} from "./departmentPanel.js";
import {laggedTerms} from "./laggedTerms.js";
import {besideExposure, plannedControls} from "./plannedControls.js";
import {shifted} from "./shifted.js";
import {say} from "../../words/say.js";

/**
 * The next year's outcome on this year's exposure, for a step of it: in the plan's own model where that has the exposure of
 * the year before among its terms, else with this year's in place of the next one's.
 */
export function nextYear(panel: DepartmentPanel): Evidence | null {
  const {units, years, y, unit, rows, step: scale} = panel;
  const label = say("A year later");
  const own = laggedTerms(panel).find(({lag}) => lag === 1);
  if (own) {
    const {specification, columns, order} = panel;
    return ifIdentified(() =>
      evidenceFrom(ols(specification, columns, {...order, cluster: unitColumn, about: own.term}), {
        label,
        term: own.term,
        unit,
        rows,
        scale: panel.scale
      })
    );
  }
  const controls = besideExposure(plannedControls(panel));
  const table = {[unitColumn]: units, [timeColumn]: years, y, x: shifted(panel, 1), ...controls.columns};
  return ifIdentified(() =>
    evidenceFrom(
      ols(`y ~ x${controls.right} | ${unitColumn} + ${timeColumn}`, table, {cluster: unitColumn, about: "x"}),
      {label, term: "x", unit, rows, scale}
    )
  );
}
