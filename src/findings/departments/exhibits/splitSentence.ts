import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {digitsFor} from "../../../evidence/format.js";
import {isClear} from "../../../evidence/isClear.js";
import {exposureOf} from "../../../evidence/exposureOf.js";
import {exposurePhrases} from "../../../words/exposure.js";
import type {FindingInput} from "../../findingPage.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";

export function splitSentence(
  {unit}: DepartmentPanel,
  {derived: {split}, plan, context}: FindingInput<DepartmentsDerived>
): string {
  if (!split || split.low === null || split.high === null) return "";
  const {unitsWithMore} = exposurePhrases(exposureOf(plan, context), context);
  const digits = digitsFor(split.low, split.high);
  const {gap, low, high, p, df} = split;
  return figures.gapSentence({gap, low, high, p, df, unit, digits, clear: isClear(split)}, context.unit, unitsWithMore);
}
