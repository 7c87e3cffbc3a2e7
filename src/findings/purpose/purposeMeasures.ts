import {numbers} from "../../released/table.js";
import type {ReleasedRow, ReleasedTable} from "../../released/table.js";
import type {EvidenceContext} from "../../evidence/context.js";
import type {MeasureDescription} from "../../evidence/measure.js";
import {measureNamed} from "../../evidence/measure.js";
import {greatestOf} from "../../stats/description/greatestOf.js";

/** Where the measures stand that the study declares for its purpose, beside the mixing in sessions. */
export interface PurposeTables {
  readonly survey?: ReleasedTable;
  readonly scales?: ReleasedTable;
  readonly departmentYears?: ReleasedTable;
  readonly organisationYears?: ReleasedTable;
}

export interface PurposeMeasure {
  readonly measure: MeasureDescription;
  /** line of business; empty for the whole organisation */
  readonly line: string;
  readonly points: readonly {readonly fiscal_year: number; readonly value: number}[];
  /** fiscal year from which its items were others; null where they were the same throughout */
  readonly changed: number | null;
}

/** The purpose's measures by year and line: of a survey, of departments, of the organisation, wherever they are declared. */
export function purposeMeasures({measures, purpose}: EvidenceContext, tables: PurposeTables): PurposeMeasure[] {
  return (purpose?.measures ?? []).flatMap((name) => {
    const measure = measureNamed(measures, name);
    const changed = changedIn(name, tables);
    return seriesOf(name, tables).map((series) => ({...series, measure, changed}));
  });
}

type Series = Pick<PurposeMeasure, "line" | "points">;

function seriesOf(name: string, {survey, departmentYears, organisationYears}: PurposeTables): Series[] {
  const asked = survey?.rows.filter(({measure}) => measure === name) ?? [];
  if (asked.length > 0) return byLine(asked, "mean", "respondents");
  const has = (table?: ReleasedTable): boolean => table?.rows.some((row) => typeof row[name] === "number") ?? false;
  if (departmentYears && has(departmentYears)) return byLine(departmentYears.rows, name, "headcount");
  if (organisationYears && has(organisationYears)) return [{line: "", points: averaged(organisationYears.rows, name)}];
  return [];
}

function byLine(rows: readonly ReleasedRow[], column: string, weight: string): Series[] {
  const lines = [...new Set(rows.map(({division}) => String(division)))];
  return lines.map((line) => ({
    line,
    points: averaged(
      rows.filter(({division}) => division === line),
      column,
      weight
    )
  }));
}

/** Year by year, by the numbers of people where they are shown; what is withheld is left out. */
function averaged(rows: readonly ReleasedRow[], column: string, weight?: string): PurposeMeasure["points"] {
  const years = [...new Set(numbers(rows, "fiscal_year"))].toSorted((a, b) => a - b);
  return years.flatMap((year) => {
    const shown = rows.filter((row) => row.fiscal_year === year && typeof row[column] === "number");
    const weights = numbers(shown, weight ?? "").map((n) => (Number.isNaN(n) ? 1 : n));
    const total = weights.reduce((sum, n) => sum + n, 0);
    const value = numbers(shown, column).reduce((sum, one, i) => sum + one * (weights[i] ?? 0), 0) / total;
    return shown.length === 0 ? [] : [{fiscal_year: year, value}];
  });
}

function changedIn(name: string, {scales}: PurposeTables): number | null {
  const forms = scales?.rows.filter(({measure}) => measure === name) ?? [];
  return forms.length > 1 ? greatestOf(numbers(forms, "since")) : null;
}
