import {numbers} from "../../released/table.js";
import type {ReleasedTable} from "../../released/table.js";

export type GroupYear = Readonly<Record<"fiscal_year" | "manager" | "other", number>>;

/** The mean of several measures among managers and among others, year by year; years without both are left out. */
export function groupYears({rows}: ReleasedTable, measures: readonly string[]): GroupYear[] {
  const years = [...new Set(numbers(rows, "fiscal_year"))].toSorted((a, b) => a - b);
  return years.flatMap((year) => {
    const mean = (group: string): number =>
      measures.reduce((sum, name) => {
        const cells = rows.filter(
          (row) => row.fiscal_year === year && row.respondent_group === group && row.measure === name
        );
        const weights = numbers(cells, "respondents");
        const total = weights.reduce((all, n) => all + n, 0);
        return sum + numbers(cells, "mean").reduce((all, value, i) => all + value * (weights[i] ?? NaN), 0) / total;
      }, 0) / measures.length;
    const [manager, other] = [mean("manager"), mean("other")];
    return Number.isNaN(manager + other) ? [] : [{fiscal_year: year, manager, other}];
  });
}
