import {series} from "../../../src/components/series.js";
import {percent} from "../../../src/evidence/format.js";
import type {ReleasedRow} from "../../../src/released/table.js";
import {numbers} from "../../../src/released/table.js";
import {figureOptions} from "../marks/figureOptions.js";
import {signedEvidence} from "../marks/signedEvidence.js";
import type {FindingPage} from "./findingPage.js";
import {yearColumn} from "./measureColumn.js";

const mixingColumns = {
  time: yearColumn,
  columns: [
    {
      name: "share",
      label: "from the other line",
      role: "participation" as const,
      digits: 2,
      format: (value: number) => percent(value)
    },
    {
      name: "chance",
      label: "by chance",
      role: "reference" as const,
      digits: 2,
      format: (value: number) => percent(value)
    }
  ]
};

export const purposePage: FindingPage = {
  lead(input) {
    const table = input.tables.get("mixing");
    const [naive] = input.finding.evidence;
    const title = naive
      ? `${signedEvidence(naive)} from the first year to the last of people met from another line`
      : "Who met whom, year by year";
    return (
      (table &&
        series(averaged(table.rows), mixingColumns, {
          together: true,
          height: 240,
          ...figureOptions(input, "purpose-lead", title)
        })) ??
      null
    );
  },
  small({tables}, options) {
    return series(averaged(tables.get("mixing")?.rows ?? []), mixingColumns, {together: true, height: 160, ...options});
  },
  exhibits: () => ({})
};

function averaged(rows: readonly ReleasedRow[]): ReleasedRow[] {
  const years = [...new Set(numbers(rows, "fiscal_year"))].toSorted((a, b) => a - b);
  return years.flatMap((at) => {
    const lines = rows.filter((row) => row.fiscal_year === at);
    const weights = numbers(lines, "managers");
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const average = (name: string): number =>
      numbers(lines, name).reduce((sum, value, i) => sum + value * (weights[i] ?? NaN), 0) / total;
    const [share, chance] = [average("other_line"), average("by_chance")];
    return Number.isNaN(share + chance) ? [] : [{fiscal_year: at, share, chance}];
  });
}
