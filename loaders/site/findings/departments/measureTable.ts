import {dataTable} from "../../../../src/components/dataTable.js";
import {otherMeasures} from "../../../../src/evidence/departments/otherMeasures.js";
import {formatNumber} from "../../../../src/components/formatNumber.js";
import type {Evidence} from "../../../../src/evidence/finding.js";
import {capital, decimal, pValue, signed} from "../../../../src/evidence/format.js";
import type {MeasureDescription} from "../../../../src/evidence/measure.js";
import {measureNamed} from "../../../../src/evidence/measure.js";
import type {ReleasedTable} from "../../../../src/released/table.js";
import type {Mark} from "../../marks/mark.js";
import {htmlMark} from "../../marks/mark.js";
import {exhibit} from "../exhibit.js";
import type {FindingInput} from "../findingPage.js";
import {formatFor} from "../measureColumn.js";

export function measureTable(table: ReleasedTable, {context, plan}: FindingInput, document: Document): Mark {
  const found = otherMeasures(table, {...context, plan});
  if (found.length === 0) return htmlMark(null);
  const told = ({estimate, low, high, unit}: Evidence, {name}: MeasureDescription): string => {
    const large = formatFor(measureNamed(context.measures, name));
    const format = (value: number): string => {
      if (unit === "percentage points") return signed(value, 1);
      return Math.abs(value) >= 1e6 && large ? large(value) : formatNumber(value, {digits: 0});
    };
    return low === null || high === null ? format(estimate) : `${format(estimate)} (${format(low)} to ${format(high)})`;
  };
  const rows = found.map(({measure, pooled, within}) => ({
    measure: `${capital(measure.label)}, ${within.unit}`,
    pooled: told(pooled, measure),
    within: told(within, measure),
    p: within.p === null ? null : pValue(within.p),
    df: within.df === null ? null : decimal(within.df, 1)
  }));
  return exhibit(
    document,
    {
      heading: "In other measures",
      text:
        "Exploratory beside the plan. Profit itself grows with a unit's size, so that its difference says little of any one; " +
        "per head it can be compared."
    },
    dataTable(
      rows,
      [
        {name: "measure", label: "Measure"},
        {name: "pooled", label: "Pooled"},
        {name: "within", label: `Within ${context.unit.one} and year`},
        {name: "p", label: "p"},
        {name: "df", label: "df"}
      ],
      {caption: "The same comparison in other measures", document}
    )
  );
}
