import {numbers} from "../../released/table.js";
import type {ReleasedTable} from "../../released/table.js";

/** share: of a manager's co-attendees, those from another line; chance: had they been grouped regardless of line. */
export type MixingYear = Readonly<Record<"fiscal_year" | "share" | "chance", number>>;

/** Mixing year by year: of one line, or of all by their numbers of managers; a year with a suppressed cell is left out. */
export function mixingYears({rows}: ReleasedTable, line?: string): MixingYear[] {
  const years = [...new Set(numbers(rows, "fiscal_year"))].toSorted((a, b) => a - b);
  return years.flatMap((year) => {
    const lines = rows.filter((row) => row.fiscal_year === year && (line === undefined || row.division === line));
    const weights = numbers(lines, "managers");
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const average = (column: string): number =>
      numbers(lines, column).reduce((sum, value, i) => sum + value * (weights[i] ?? NaN), 0) / total;
    const [share, chance] = [average("other_line"), average("by_chance")];
    return Number.isNaN(share + chance) ? [] : [{fiscal_year: year, share, chance}];
  });
}

/** The lines of business that a table tells apart, in its order. */
export function linesOf({rows}: ReleasedTable): string[] {
  return [...new Set(rows.map(({division}) => String(division)))];
}
