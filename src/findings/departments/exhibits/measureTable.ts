import {dataTable} from "../../../components/parts/dataTable.js";
import {greatestOf} from "../../../stats/description/greatestOf.js";
import type {Evidence} from "../../../evidence/finding.js";
import {capital, decimal, pValue, signed} from "../../../evidence/format.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import type {DepartmentsDerived} from "../derive.js";
import * as figures from "../figures.en.js";

export function measureTable({context, derived, document}: FindingInput<DepartmentsDerived>): Mark {
  const found = derived.others;
  if (found.length === 0) return htmlMark(null);
  const rows = found.map(({measure, pooled, within}) => ({
    measure: `${capital(measure.label)}, ${within.unit}`,
    pooled: told(pooled),
    within: told(within),
    p: within.p === null ? null : pValue(within.p),
    df: within.df === null ? null : decimal(within.df, 1)
  }));
  return exhibit(
    document,
    {
      heading: figures.measures.heading,
      text: figures.measures.text()
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
function told({estimate, low, high, unit}: Evidence): string {
  const farthest = greatestOf([estimate, low ?? 0, high ?? 0].map(Math.abs));
  const [scale, word] = farthest >= 1e9 ? [1e9, " bn"] : farthest >= 1e6 ? [1e6, " m"] : [1, ""];
  const digits = unit === "percentage points" || (scale > 1 && farthest < 100 * scale) ? 1 : farthest < 10 ? 2 : 0;
  const print = (value: number): string => signed(value / scale, digits);
  return low === null || high === null
    ? `${print(estimate)}${word}`
    : `${print(estimate)}${word} (${print(low)} to ${print(high)})`;
}
