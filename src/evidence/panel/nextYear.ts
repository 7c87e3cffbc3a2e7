import {ols} from "../../stats/regression/ols.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import {ifIdentified} from "../ifIdentified.js";
import {type DepartmentPanel, timeColumn, unitColumn} from "./departmentPanel.js";
import {shifted} from "./shifted.js";
import {say} from "../../words/say.js";

/** The next year's outcome on this year's exposure, for a step of it. */
export function nextYear(panel: DepartmentPanel): Evidence | null {
  const {units, years, y, unit, rows, step: scale} = panel;
  const table = {[unitColumn]: units, [timeColumn]: years, y, x: shifted(panel, 1)};
  return ifIdentified(() =>
    evidenceFrom(ols(`y ~ x | ${unitColumn} + ${timeColumn}`, table, {cluster: unitColumn}), {
      label: say("A year later"),
      term: "x",
      unit,
      rows,
      scale
    })
  );
}
