import {dataTable} from "../../../components/parts/dataTable.js";
import {greatestOf} from "../../../stats/description/greatestOf.js";
import type {Evidence} from "../../../evidence/finding.js";
import {capital, count, decimal, digitsFor, interval, pValue, signed} from "../../../evidence/format.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {perStep} from "../../perStep.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";
import {say} from "../../../words/say.js";

export function measureTable(input: FindingInput<DepartmentsDerived>): Mark {
  const {context, derived, document} = input;
  const found = derived.others;
  if (found.length === 0) return htmlMark(null);
  const rows = found.map(({measure, pooled, within}) => ({
    measure: say("{0}, {1}", capital(measure.label), within.unit),
    pooled: told(pooled),
    within: told(within),
    p: within.p === null ? null : pValue(within.p),
    df: within.df === null ? null : decimal(within.df, 1)
  }));
  return exhibit(
    document,
    {
      heading: figures.measures.heading,
      text: figures.measures.text(perStep(input))
    },
    dataTable(
      rows,
      [
        {name: "measure", label: figures.measures.measure},
        {name: "pooled", label: figures.measures.simple},
        {name: "within", label: figures.measures.main(context.unit)},
        {name: "p", label: "p"},
        {name: "df", label: "df"}
      ],
      {caption: figures.measures.caption, document}
    )
  );
}

/** Estimate and interval in one unit, large enough for the farthest of the three. */
function told({estimate, low, high}: Evidence): string {
  const farthest = greatestOf([estimate, low ?? 0, high ?? 0].map(Math.abs));
  const [scale, word] = farthest >= 1e9 ? [1e9, " bn"] : farthest >= 1e6 ? [1e6, " m"] : [1, ""];
  if (low === null || high === null) return `${signed(estimate / scale, scale > 1 ? 1 : 2)}${word}`;
  const digits = digitsFor(low / scale, high / scale);
  const ends = interval(low / scale, high / scale, digits);
  return scale === 1 && farthest >= 1000
    ? `${signed(Math.sign(estimate), 0).slice(0, 1)}${count(Math.abs(estimate))} (${count(low)} to ${count(high)})`
    : `${signed(estimate / scale, digits)}${word} (${ends})`;
}
