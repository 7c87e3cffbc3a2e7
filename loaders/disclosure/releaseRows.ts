/**
 * Rows -> released rows: a cell with too few persons behind it is suppressed, another is printed no more precisely than
 * its rule allows. What is suppressed is a type of its own, never null and never zero.
 */
import type {Cell, Suppressed} from "../../src/released/cell.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {Released} from "./released.js";
import type {Round} from "./round.js";

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface ColumnRule {
  /** column that holds the number of persons behind the cell */
  readonly persons?: string;
  /** fewer persons than this suppress the cell; null: the rule is lifted */
  readonly minimum?: number | null;
  /** brings a value to the precision that may be published */
  readonly round?: Round | null;
}

/** @param columns the columns that leave, in order, each with its rule; no other column leaves */
export function releaseRows(
  rows: readonly Row[],
  columns: Readonly<Record<string, ColumnRule>>
): Released<ReleasedTable> {
  const suppressed: Record<string, number> = {};
  const releaseCell = (row: Row, column: string, {persons, minimum, round}: ColumnRule): Cell => {
    const value = row[column] ?? null;
    if (value === null) return null;
    const behind = persons ? Number(row[persons] ?? 0) : Infinity;
    if (minimum != null && behind < minimum) {
      suppressed[column] = (suppressed[column] ?? 0) + 1;
      return tooFew(minimum);
    }
    return round && typeof value === "number" ? round(value, behind) : value;
  };
  const released = rows.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([column, rule]) => [column, releaseCell(row, column, rule)]))
  );
  return Released.of({rows: released, suppressed});
}

function tooFew(minimum: number): Suppressed {
  return {suppressed: `fewer than ${minimum}`};
}
