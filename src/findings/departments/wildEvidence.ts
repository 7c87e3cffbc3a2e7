import {wildBootstrap} from "../../stats/regression/wildBootstrap.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence} from "../../evidence/finding.js";
import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {unitColumn} from "../../evidence/panel/departmentPanel.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";

const draws = 4999;

/** The planned estimate with the interval and p of a wild cluster bootstrap, which asks little of few units. */
export function wildEvidence(panel: DepartmentPanel, one: string): Evidence | null {
  return ifIdentified(() => {
    const {specification, columns, term, order} = panel;
    const fitted = wildBootstrap(specification, columns, {...order, cluster: unitColumn, term, draws});
    return evidenceFrom(
      {...fitted, fit: {...fitted.fit}},
      {
        label: `Within ${one} and year, wild cluster bootstrap`,
        term: panel.term,
        unit: panel.unit,
        scale: panel.scale,
        rows: panel.rows
      }
    );
  });
}
