/** A manager's rating of one year, as sql/manager_ratings.sql answers. */
export interface RatingRow {
  readonly manager_id: string;
  readonly fiscal_year: number;
  readonly z: number;
  readonly started_in: number | null;
  readonly taken_part: number;
  readonly eve: number;
  readonly tenure: number | null;
  readonly reset: number;
  readonly kind: string;
  readonly dose: number | null;
}

/** The columns that a plan's formula may name. */
export function ratingColumns(rows: readonly RatingRow[]): Record<string, (string | number | null)[]> {
  const column = <Name extends keyof RatingRow>(name: Name): RatingRow[Name][] => rows.map((row) => row[name]);
  return {
    z: column("z"),
    taken_part: column("taken_part"),
    eve: column("eve"),
    tenure: column("tenure"),
    dose: column("dose"),
    manager_id: column("manager_id"),
    fiscal_year: column("fiscal_year")
  };
}

/** Different managers among the rows. */
export function personsIn(rows: readonly Pick<RatingRow, "manager_id">[]): number {
  return new Set(rows.map((row) => row.manager_id)).size;
}
