import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import type {DepartmentPanel} from "./departmentPanel.js";
import {ownTrend} from "./ownTrend.js";
import {besideExposure, plannedControls} from "./plannedControls.js";
import {say} from "../../words/say.js";

/** The planned difference beside each unit's own line through the years, for a step of the exposure. */
export function ownTrendOf(panel: DepartmentPanel): Evidence | null {
  const {columns: controls} = besideExposure(plannedControls(panel));
  const fitted = ownTrend({y: panel.y, x: panel.x, units: panel.units, years: panel.years, controls});
  const {unit, rows, step: scale} = panel;
  return (
    fitted && evidenceFrom({...fitted, fit: {}}, {label: say("With a trend of each"), term: "x", unit, rows, scale})
  );
}
