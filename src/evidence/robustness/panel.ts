import type {ReleasedTable} from "../../released/table.js";
import {numbersOrNull} from "../../released/table.js";
import type {EvidenceContext, Plan} from "../context.js";
import {fewestYears} from "../panel/fewestYears.js";

/** A unit's year among the released cells. */
export interface PanelRow {
  readonly unit: string;
  readonly line: string;
  readonly year: number;
  readonly values: Readonly<Record<string, number | null>>;
}

/** The cells that the departments' association is of. */
export interface Panel {
  readonly rows: readonly PanelRow[];
  readonly years: readonly number[];
  readonly programmeYears: readonly [number, number];
  /** the plan's */
  readonly outcome: string;
  readonly exposure: string;
  has(column: string): boolean;
}

/** Null where there are too few years, or the plan's columns are not among the released ones. */
export function panelOf(table: ReleasedTable, context: EvidenceContext & {readonly plan: Plan}): Panel | null {
  const {plan} = context;
  const outcome = plan.outcome.taken === "as it is" ? plan.outcome.name : undefined;
  const exposure = plan.exposure.name;
  const years = [...new Set(table.rows.map((row) => Number(row.fiscal_year)))].toSorted((a, b) => a - b);
  const has = (column: string): boolean => table.rows.some((row) => typeof row[column] === "number");
  if (years.length < fewestYears || outcome === undefined || !has(outcome) || !has(exposure)) return null;
  const names = [...new Set([outcome, exposure, "profit_per_head", "stock", "dose", "headcount"])].filter(has);
  const columns = new Map(names.map((name) => [name, numbersOrNull(table.rows, name)]));
  const rows = table.rows.map((row, i) => ({
    unit: String(row.department_id),
    line: String(row.division),
    year: Number(row.fiscal_year),
    values: Object.fromEntries(names.map((name) => [name, columns.get(name)?.[i] ?? null]))
  }));
  return {rows, years, programmeYears: context.programmeYears, outcome, exposure, has};
}

/** A column of the panel's rows, so many years on from each. */
export function shifted(rows: readonly PanelRow[], column: string, years: number): (number | null)[] {
  const at = new Map(rows.map(({unit, year, values}) => [`${unit} ${year}`, values[column] ?? null]));
  return rows.map(({unit, year}) => at.get(`${unit} ${year + years}`) ?? null);
}
