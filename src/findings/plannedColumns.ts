/** What a plan for a finding may name. */
export interface PlannedColumns {
  /** the contract's columns, what is derived of them, and the study's own measures */
  readonly columns: readonly string[];
  /** what may stand on the left, where the finding has an outcome of its own */
  readonly outcomes?: readonly string[];
}

/** A measure that a study declares, and the table that it is in. */
export interface DeclaredMeasure {
  readonly name: string;
  readonly table: string;
}

const accounts = ["headcount", "managers", "revenue", "profit", "margin"];
const exposures = ["participation", "stock", "dose"];

const ratings = ["manager_id", "fiscal_year", "tenure", "z", "taken_part", "eve", "dose"];
const starts = ["z_after", "started", "z_before", "z_earlier"];

/** Columns of a person's year, and of a start. */
export const managerColumns: readonly string[] = [...ratings, ...starts];

/** Columns of a unit's year. */
export function unitColumns(measures: readonly DeclaredMeasure[]): string[] {
  const keys = ["department_id", "fiscal_year", "division"];
  return [...keys, ...exposures, ...accounts, "profit_per_head", ...declaredIn(measures, "department_years")];
}

/** Columns of the organisation's year. */
export function organisationColumns(measures: readonly DeclaredMeasure[]): string[] {
  return ["fiscal_year", "participation", ...accounts, "comparator", ...declaredIn(measures, "organisation_years")];
}

function declaredIn(measures: readonly DeclaredMeasure[], table: string): string[] {
  return measures.filter((measure) => measure.table === table).map(({name}) => name);
}
