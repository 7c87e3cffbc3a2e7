import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Cell, Table} from "./table.js";

/** Columns of plain values; what says that there is none (empty, blank, R's NA, NaN) is null. */
export function checkTable(columns: Readonly<Record<string, unknown>>): Table {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => {
      if (!Array.isArray(column) && !ArrayBuffer.isView(column))
        throw new InvalidArgument(`invalid data; ${name} is no list of values: ${JSON.stringify(column)}`);
      return [name, Array.from(column as ArrayLike<unknown>, (cell, row) => plain(cell, name, row))];
    })
  );
}

function plain(cell: unknown, name: string, row: number): Cell {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "string") return cell.trim() === "" || cell === "NA" ? null : cell;
  if (typeof cell === "number") return Number.isNaN(cell) ? null : cell;
  if (typeof cell === "boolean") return cell;
  throw new InvalidArgument(`invalid data; ${name} has neither a number nor a text in row ${row + 1}`);
}
