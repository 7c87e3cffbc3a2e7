import {isSuppressed} from "./cell.js";
import type {Cell} from "./cell.js";

export type ReleasedRow = Readonly<Record<string, Cell>>;

export interface ReleasedTable {
  readonly rows: readonly ReleasedRow[];
  /** cells suppressed, by column */
  readonly suppressed: Readonly<Record<string, number>>;
}

/** A numeric column for an estimator: suppressed and missing cells are NaN, to be dropped and counted. */
export function numbers(rows: readonly ReleasedRow[], column: string): number[] {
  return rows.map((row) => {
    const cell = row[column];
    return cell === null || cell === undefined || isSuppressed(cell) ? NaN : Number(cell);
  });
}

/** A column of a plan's formula: text where a cell is text, such as a division's name, numbers otherwise. */
export function valuesOf(rows: readonly ReleasedRow[], column: string): (string | number)[] {
  const isText = rows.some((row) => typeof row[column] === "string");
  if (!isText) return numbers(rows, column);
  return rows.map((row) => {
    const cell = row[column];
    return typeof cell === "string" ? cell : NaN;
  });
}

/** A numeric column with null for what is suppressed or missing, as correlations take it. */
export function numbersOrNull(rows: readonly ReleasedRow[], column: string): (number | null)[] {
  return numbers(rows, column).map((value) => (Number.isNaN(value) ? null : value));
}
