import type {EvidenceContext} from "../../../evidence/context.js";
import {betweenAndWithin} from "../betweenAndWithin.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {capital, decimal, digitsFor, interval, pValue, signed} from "../../../evidence/format.js";
import {isClear} from "../../../evidence/isClear.js";

export function splitSentence(panel: DepartmentPanel, {unit: {one, many}}: EvidenceContext): string {
  const split = betweenAndWithin(panel);
  if (!split || split.low === null || split.high === null) return "";
  const digits = digitsFor(split.low, split.high);
  const {gap, low, high, p, df} = split;
  const verdict = isClear(split)
    ? `${capital(many)} that took part more differ in something else, too, which only comparing each with itself takes out.`
    : `Whether ${many} differ in something else, too, this does not tell.`;
  return (
    `The slope between ${many} is ${signed(gap, digits)} ${panel.unit} from that within a ${one} (95 % interval ` +
    `${interval(low, high, digits)}${p === null || df === null ? "" : `; p ${pValue(p)} on ${decimal(df, 1)} df`}). ${verdict}`
  );
}
