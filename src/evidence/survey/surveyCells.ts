import {numbers} from "../../released/table.js";
import type {ReleasedRow, ReleasedTable} from "../../released/table.js";

/** A survey's released cells side by side: one place a unit and year; NaN where a cell is withheld or missing. */
export interface SurveyCells {
  readonly keys: {readonly department_id: readonly string[]; readonly fiscal_year: readonly string[]};
  readonly names: readonly string[];
  readonly exposure: readonly number[];
  readonly means: ReadonlyMap<string, readonly number[]>;
  readonly respondents: readonly number[];
  readonly invited: readonly number[];
}

export function surveyCells(survey: ReleasedTable, departmentYears: ReleasedTable, exposure: string): SurveyCells {
  const key = ({department_id: department, fiscal_year: year}: ReleasedRow): string =>
    `${String(department)} ${String(year)}`;
  const exposures = new Map(departmentYears.rows.map((row) => [key(row), numbers([row], exposure)[0] ?? NaN]));
  const rows = new Map(survey.rows.map((row) => [key(row), row]));
  const places = new Map([...rows.keys()].map((name, i) => [name, i]));
  const means = new Map<string, number[]>();
  survey.rows.forEach((row) => {
    const column = means.get(String(row.measure)) ?? Array.from(rows, () => NaN);
    column[places.get(key(row)) ?? 0] = numbers([row], "mean")[0] ?? NaN;
    means.set(String(row.measure), column);
  });
  const all = [...rows.values()];
  return {
    keys: {
      department_id: all.map((row) => String(row.department_id)),
      fiscal_year: all.map((row) => String(row.fiscal_year))
    },
    names: all.map((row) => String(row.name ?? row.department_id)),
    exposure: [...rows.keys()].map((name) => exposures.get(name) ?? NaN),
    means,
    respondents: numbers(all, "respondents"),
    invited: numbers(all, "invited")
  };
}
