import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {digitsFor} from "../../../evidence/format.js";
import {isClear} from "../../../evidence/isClear.js";
import type {FindingInput} from "../../findingPage.js";
import type {DepartmentsDerived} from "../derive.js";
import * as figures from "../figures.en.js";

export function splitSentence(
  {unit}: DepartmentPanel,
  {
    derived: {split},
    context: {
      unit: {one, many}
    }
  }: FindingInput<DepartmentsDerived>
): string {
  if (!split || split.low === null || split.high === null) return "";
  const digits = digitsFor(split.low, split.high);
  const {gap, low, high, p, df} = split;
  return figures.gapSentence({gap, low, high, p, df, unit, digits, clear: isClear(split)}, {one, many});
}
