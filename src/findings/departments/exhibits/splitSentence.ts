import type {EvidenceContext} from "../../../evidence/context.js";
import {betweenAndWithin} from "../betweenAndWithin.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {digitsFor} from "../../../evidence/format.js";
import {isClear} from "../../../evidence/isClear.js";
import * as figures from "../figures.en.js";

export function splitSentence(panel: DepartmentPanel, {unit: {one, many}}: EvidenceContext): string {
  const split = betweenAndWithin(panel);
  if (!split || split.low === null || split.high === null) return "";
  const digits = digitsFor(split.low, split.high);
  const {gap, low, high, p, df} = split;
  return figures.gapSentence({gap, low, high, p, df, unit: panel.unit, digits, clear: isClear(split)}, {one, many});
}
