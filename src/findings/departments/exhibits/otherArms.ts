import {unitColumn} from "../../../evidence/panel/departmentPanel.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {evidenceFrom} from "../../../evidence/evidenceFrom.js";
import {evidenceWords} from "../../../evidence/evidenceWords.js";
import {ifIdentified} from "../../../evidence/ifIdentified.js";
import {measureNamed} from "../../../evidence/measure.js";
import {ols} from "../../../stats/regression/ols.js";
import {sentences} from "../../../words/numbers.js";
import type {FindingInput} from "../../findingPage.js";
import {figures} from "../figures.js";

/** What the planned model says of the other exposures in it that are there or not: another arm, a grant the year before. */
export function otherArms(panel: DepartmentPanel, {plan, context}: Pick<FindingInput, "plan" | "context">): string {
  const {specification, columns, order, scale, step, unit, rows} = panel;
  const arms = plan.controls
    .map((name) => measureNamed(context.measures, name))
    .filter((measure) => measure.role === "exposure" && measure.unit === "0 or 1");
  if (arms.length === 0) return "";
  const fitted = ifIdentified(() => ols(specification, columns, {...order, cluster: unitColumn}));
  return sentences(
    arms.map(({name, label}) => {
      const arm =
        fitted && ifIdentified(() => evidenceFrom(fitted, {label, term: name, unit, rows, scale: scale / step}));
      return arm ? figures.otherArm(label, evidenceWords(arm)) : "";
    })
  );
}
