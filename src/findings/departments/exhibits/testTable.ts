import type {Column} from "../../../components/parts/column.js";
import {dataTable} from "../../../components/parts/dataTable.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {permuteTrajectories} from "../permuteTrajectories.js";
import type {Evidence} from "../../../evidence/finding.js";
import {count, decimal, digitsFor, interval, pValue, signed} from "../../../evidence/format.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";

/** What the intervals do not show: p beside its degrees of freedom, and by exchange. */
export function testTable(
  panel: DepartmentPanel,
  {finding: {evidence, primary}, context: {unit}, document}: FindingInput,
  wild: Evidence | null
): Mark {
  if (!primary) return htmlMark(null);
  const exchanged = permuteTrajectories(panel);
  const byExchange = exchanged && {
    ...primary,
    label: `Within ${unit.one} and year, courses exchanged within lines`,
    low: null,
    high: null,
    p: exchanged.p,
    df: null
  };
  const usual = primary.low === null || primary.high === null ? 1 : digitsFor(primary.low, primary.high);
  const rows = [...evidence, wild, byExchange].flatMap((one) => {
    if (!one) return [];
    const {label, estimate, low, high, p, df, n} = one;
    return {
      label,
      estimate: signed(estimate, low === null || high === null ? usual : digitsFor(low, high)),
      interval: low === null || high === null ? "none" : interval(low, high),
      p: p === null ? null : pValue(p),
      df: df === null ? "resampled" : decimal(df, 1),
      n
    };
  });
  const exchange =
    exchanged &&
    ` In the last row ${unit.many} of one line change places with their whole course of ` +
      `${panel.exposure.label.toLowerCase()}, ${count(exchanged.draws)} times.`;
  return exhibit(
    document,
    {
      text:
        `Where errors are by ${unit.one}, degrees of freedom are effective ones, by Satterthwaite: on how many ${unit.many} the ` +
        `answer rests.${exchange ?? ""}`
    },
    dataTable(rows, testColumns(panel.unit), {caption: "Tests of every specification", document})
  );
}

const testColumns = (unit: string): Column[] => [
  {name: "label", label: "Comparison"},
  {name: "estimate", label: `Difference (${unit})`},
  {name: "interval", label: "95 % interval"},
  {name: "p", label: "p"},
  {name: "df", label: "df"},
  {name: "n", label: "n", digits: 0}
];
