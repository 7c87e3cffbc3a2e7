import type {Column} from "../../../../src/components/column.js";
import {dataTable} from "../../../../src/components/dataTable.js";
import type {DepartmentPanel} from "../../../../src/evidence/departments/departmentPanel.js";
import {permuteTrajectories} from "../../../../src/evidence/departments/permuteTrajectories.js";
import type {Evidence} from "../../../../src/evidence/finding.js";
import {count, decimal, digitsFor, interval, pValue, signed} from "../../../../src/evidence/format.js";
import type {Mark} from "../../marks/mark.js";
import {exhibit} from "../exhibit.js";
import type {FindingInput} from "../findingPage.js";

/** What the intervals do not show: p beside its degrees of freedom, and by exchange. */
export function testTable(
  panel: DepartmentPanel,
  {finding, context, document}: FindingInput,
  wild: Evidence | null
): Mark {
  const exchanged = permuteTrajectories(panel);
  const rows = [...finding.evidence, ...(wild ? [wild] : [])].map(({label, estimate, low, high, p, df, n}) => ({
    label,
    estimate: signed(estimate, low === null || high === null ? 1 : digitsFor(low, high)),
    interval: low === null || high === null ? null : interval(low, high),
    p: p === null ? null : pValue(p),
    df: df === null ? "resampled" : decimal(df, 1),
    n
  }));
  const by = exchanged && {
    label: `Within ${context.unit.one} and year, courses exchanged within lines`,
    estimate: signed(finding.primary?.estimate ?? NaN, 1),
    interval: null,
    p: pValue(exchanged.p),
    df: "resampled",
    n: rows[0]?.n ?? null
  };
  const table = dataTable([...rows, ...(by ? [by] : [])], testColumns(panel.unit), {
    caption: "Tests of every specification",
    document
  });
  return exhibit(
    document,
    {
      text:
        "Degrees of freedom are effective ones, by Satterthwaite: how many units the answer rests on." +
        (exchanged
          ? ` In the last row ${context.unit.many} of one line change places with their whole course of participation, ${count(exchanged.draws)} times.`
          : "")
    },
    table
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
