import type {FigureOptions} from "../../../components/parts/figure.js";
import {series} from "../../../components/figures/series.js";
import type {EvidenceContext} from "../../../evidence/context.js";
import type {MeasureDescription} from "../../../evidence/measure.js";
import type {ReleasedTable} from "../../../released/table.js";
import {numbers} from "../../../released/table.js";
import {yearColumn} from "../../../components/parts/measureColumn.js";
import {figures} from "../figures.js";

/** A yes-or-no exposure: the outcome's median through the years, of units that ever had it and of those that never did. */
export function byGroup(
  {rows}: ReleasedTable,
  exposure: MeasureDescription,
  outcome: MeasureDescription,
  {unit, noun}: Pick<EvidenceContext, "unit"> & {readonly noun: string},
  options: FigureOptions
): Element {
  const ever = new Set(rows.filter((row) => row[exposure.name] === 1).map((row) => row.department_id));
  const years = [...new Set(numbers(rows, "fiscal_year"))].toSorted((a, b) => a - b);
  const middle = (at: number, exposed: boolean): number | null => {
    const values = numbers(
      rows.filter((row) => row.fiscal_year === at && ever.has(row.department_id ?? "") === exposed),
      outcome.name
    )
      .filter((value) => !Number.isNaN(value))
      .toSorted((a, b) => a - b);
    return values.length === 0
      ? null
      : ((values[Math.floor((values.length - 1) / 2)] ?? 0) + (values[Math.floor(values.length / 2)] ?? 0)) / 2;
  };
  const lines = years.map((at) => ({fiscal_year: at, exposed: middle(at, true), other: middle(at, false)}));
  const shown = outcome.unit === "share" ? {share: true, digits: 1} : {digits: 2};
  return series(
    lines,
    {
      time: yearColumn,
      columns: [
        {name: "exposed", label: figures.groups.ever(unit, noun), role: "participation", ...shown},
        {name: "other", label: figures.groups.never(unit), role: "reference", ...shown}
      ]
    },
    {together: true, height: 260, ...options}
  );
}
