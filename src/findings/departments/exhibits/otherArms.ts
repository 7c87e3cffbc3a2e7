import {unitColumn} from "../../../evidence/panel/departmentPanel.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {evidenceFrom} from "../../../evidence/evidenceFrom.js";
import {evidenceWords} from "../../../evidence/evidenceWords.js";
import {ifIdentified} from "../../../evidence/ifIdentified.js";
import {laggedTerms} from "../../../evidence/panel/laggedTerms.js";
import {measureNamed} from "../../../evidence/measure.js";
import {ols} from "../../../stats/regression/ols.js";
import {sentences} from "../../../words/numbers.js";
import type {FindingInput} from "../../findingPage.js";
import {figures} from "../figures.js";

/** What the planned model says of another arm; the exposure of an earlier year is the card's to tell. */
export function otherArms(panel: DepartmentPanel, {plan, context}: Pick<FindingInput, "plan" | "context">): string {
  const {specification, columns, order, scale, step, unit, rows} = panel;
  const earlier = laggedTerms(panel).map(({term}) => term);
  const arms = plan.controls
    .map((name) => measureNamed(context.measures, name))
    .filter(({name, role, unit: of}) => role === "exposure" && of === "0 or 1" && !earlier.includes(name));
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
