import {ols} from "../../stats/regression/ols.js";
import type {Words} from "../context.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import {type DepartmentPanel, plannedLabel, unitColumn} from "./departmentPanel.js";
import {wildEvidence} from "./wildEvidence.js";
import {say} from "../../words/say.js";

/** with fewer units the wild bootstrap keeps 5 % where the t test on CR2 has 5.6 (test/simulate) */
const fewUnits = 30;

/** The panel's specification with one interval: of few units the wild bootstrap's, of many CR2's. */
export function clusteredEvidence(panel: DepartmentPanel, {one}: Words): Evidence {
  const {specification, columns, order, term, unit, scale, rows, units} = panel;
  const clustered = evidenceFrom(ols(specification, columns, {...order, cluster: unitColumn, about: term}), {
    label: say("{0}, errors by {1}", plannedLabel(panel, one), one),
    term,
    unit,
    scale,
    rows
  });
  if (new Set(units).size >= fewUnits) return clustered;
  const wild = wildEvidence(panel, one);
  return wild?.p == null ? clustered : {...wild, label: clustered.label};
}
