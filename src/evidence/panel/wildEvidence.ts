import {wildBootstrap} from "../../stats/regression/wildBootstrap.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import type {DepartmentPanel} from "./departmentPanel.js";
import {plannedLabel, unitColumn} from "./departmentPanel.js";
import {ifIdentified} from "../ifIdentified.js";
import {say} from "../../words/say.js";

const draws = 4999;

/** The planned estimate with the interval and p of a wild cluster bootstrap, which asks little of few units. */
export function wildEvidence(panel: DepartmentPanel, one: string): Evidence | null {
  return ifIdentified(() => {
    const fitted = wildBootstrap(panel.specification, panel.columns, {
      ...panel.order,
      cluster: unitColumn,
      term: panel.term,
      draws
    });
    return evidenceFrom(
      {...fitted, fit: {...fitted.fit}},
      {
        label: say("{0}, wild cluster bootstrap", plannedLabel(panel, one)),
        term: panel.term,
        unit: panel.unit,
        scale: panel.scale,
        rows: panel.rows,
        errors: "wild"
      }
    );
  });
}
