import {numbersOrNull} from "../../released/table.js";
import type {ReleasedRow, ReleasedTable} from "../../released/table.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";

/** The organisation's years in the programme, and what of them the plan speaks. */
export interface ProgrammeSeries {
  readonly rows: readonly ReleasedRow[];
  readonly years: readonly number[];
  readonly exposure: readonly (number | null)[];
  /** the planned outcome first, then revenue and profit where they are there */
  readonly outcomes: readonly {readonly name: string; readonly values: readonly (number | null)[]}[];
  /** the sector's, where there is one */
  readonly comparator: readonly (number | null)[] | null;
  /** the years in which exposure and the planned outcome are both there */
  readonly complete: readonly {readonly year: number; readonly x: number; readonly y: number}[];
}

export function programmeSeries(
  table: ReleasedTable,
  {plan, programmeYears: [first, last]}: EvidenceContext & {readonly plan: Plan}
): ProgrammeSeries {
  const rows = table.rows
    .filter(({fiscal_year: year}) => Number(year) >= first && Number(year) <= last)
    .toSorted((a, b) => Number(a.fiscal_year) - Number(b.fiscal_year));
  const years = rows.map(({fiscal_year: year}) => Number(year));
  const planned = plan.outcome.name;
  const there = (name: string): boolean => rows.some((row) => typeof row[name] === "number");
  const names = [...new Set([planned, "revenue", "profit"])].filter((name) => name === planned || there(name));
  const exposure = numbersOrNull(rows, plan.exposure.name);
  const outcomes = names.map((name) => ({name, values: numbersOrNull(rows, name)}));
  return {
    rows,
    years,
    exposure,
    outcomes,
    comparator: there("comparator") ? numbersOrNull(rows, "comparator") : null,
    complete: years.flatMap((year, i) => {
      const [x, y] = [exposure[i] ?? null, outcomes[0]?.values[i] ?? null];
      return x === null || y === null ? [] : [{year, x, y}];
    })
  };
}

/** A series over the sector's, the sector's first year being 1. */
export function againstSector(
  values: readonly (number | null)[],
  comparator: readonly (number | null)[]
): (number | null)[] {
  const base = comparator.find((value) => value !== null) ?? 1;
  return values.map((value, i) => {
    const sector = comparator[i] ?? null;
    return value === null || sector === null ? null : value / (sector / base);
  });
}
