/** A manager's year of the programme without an earlier start, as sql/manager_starts.sql answers. */
export interface StartRow {
  readonly manager_id: string;
  readonly fiscal_year: number;
  readonly started: number;
  readonly z_before: number;
  readonly z_earlier: number;
  readonly z_after: number | null;
  readonly rating_before: number;
  readonly rating_after: number | null;
  readonly kind: string;
  readonly tenure: number | null;
  readonly grade: number | null;
  readonly promoted: number | null;
  readonly reset: number;
  readonly first_line: number | null;
  readonly department_size: number;
}

/** The columns that a plan's formula may name; tenure as the log of years since hired, the first counted as one. */
export function startColumns(rows: readonly StartRow[]): Record<string, (string | number | null)[]> {
  const column = <Name extends keyof StartRow>(name: Name): StartRow[Name][] => rows.map((row) => row[name]);
  return {
    z_after: column("z_after"),
    started: column("started"),
    z_before: column("z_before"),
    z_earlier: column("z_earlier"),
    tenure: rows.map(({tenure}) => (tenure === null ? null : Math.log(1 + tenure))),
    manager_id: column("manager_id"),
    fiscal_year: column("fiscal_year")
  };
}

/**
 * Weights that give those who did not start the starters' years, or years and whatever else the cell is of. Rows of a cell
 * without both weigh nothing.
 */
export function matchedWeights(rows: readonly StartRow[], cell: (row: StartRow) => string): Float64Array {
  const cells = new Map<string, [number, number]>();
  for (const row of rows) {
    const counted = cells.get(cell(row)) ?? [0, 0];
    counted[row.started === 1 ? 1 : 0] += 1;
    cells.set(cell(row), counted);
  }
  return Float64Array.from(rows, (row) => {
    const [others, starters] = cells.get(cell(row)) ?? [0, 0];
    if (others === 0 || starters === 0) return 0;
    return row.started === 1 ? 1 : starters / others;
  });
}
