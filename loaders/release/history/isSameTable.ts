import {type Cell, isSuppressed} from "../../../src/released/cell.js";
import type {SummarisedTable} from "./recordedRelease.js";

/** Whether two releases have the same table, cell by cell: most tables of most releases are that of the release before. */
export function isSameTable(a: SummarisedTable, b: SummarisedTable): boolean {
  return (
    isSameRow(a.keys, b.keys) &&
    isSameRow(a.columns, b.columns) &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, i) => isSameRow(row, b.rows[i] ?? []))
  );
}

function isSameRow(a: readonly Cell[], b: readonly Cell[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!isSameCell(a[i] ?? null, b[i] ?? null)) return false;
  return true;
}

const isSameCell = (a: Cell, b: Cell): boolean =>
  a === b || (isSuppressed(a) && isSuppressed(b) && a.suppressed === b.suppressed);
