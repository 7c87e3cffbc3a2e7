import {percent} from "../../words/numbers.js";
import type {FormatNumberOptions} from "../../words/formatNumber.js";
import type {Column, Row} from "./column.js";
import {formatCell} from "./formatCell.js";

/** A row's cell as its column has it: in a table, in a tip and in a text alternative by the same number and unit. */
export function columnCell(row: Row, column: Column, {grouped}: Pick<FormatNumberOptions, "grouped"> = {}): string {
  const cell = row[column.name];
  const digits = column.digitsOf?.(row) ?? column.digits;
  return column.share && typeof cell === "number" && Number.isFinite(cell)
    ? percent(cell, digits)
    : formatCell(cell, {digits, ...(grouped && {grouped})});
}
