import type {Cell} from "../../released/cell.js";
import {isSuppressed} from "../../released/cell.js";
import type {Role} from "./role.js";
import {named} from "../../words/language.js";
import {say} from "../../words/say.js";

export type Row = Readonly<Record<string, Cell | undefined>>;

/** A column of a figure's rows: which field, and how a reader sees it. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
  /** a share of one, which a reader sees in percent; its digits are those of the percentage, none without them */
  readonly share?: boolean;
  /** digits after the decimal point; without it, three significant ones */
  readonly digits?: number;
  /** digits of a row's cell, where they differ from row to row */
  readonly digitsOf?: (row: Row) => number;
  readonly role?: Role;
}

/** The number in a row's column, null where it is withheld, missing or no number. */
export function numberIn(row: Row, {name}: Pick<Column, "name">): number | null {
  const cell = row[name];
  return typeof cell === "number" && Number.isFinite(cell) ? cell : null;
}

/** The text in a row's column, empty where it is withheld or missing. */
export function textIn(row: Row, {name}: Pick<Column, "name">): string {
  const cell = row[name];
  return cell === null || cell === undefined || isSuppressed(cell) ? "" : named(String(cell));
}

/** @throws {RangeError} if there are rows and none has the column */
export function requireColumns(rows: readonly Row[], columns: readonly (Column | undefined)[]): void {
  for (const column of columns)
    if (column && rows.length > 0 && !rows.some((row) => column.name in row))
      throw new RangeError(`missing column: ${column.name}; the rows have ${Object.keys(rows[0] ?? {}).join(", ")}`);
}

/** A column's label with its unit. */
export function columnTitle({label, unit}: Pick<Column, "label" | "unit">): string {
  return unit ? say("{0} ({1})", label, unit) : label;
}
