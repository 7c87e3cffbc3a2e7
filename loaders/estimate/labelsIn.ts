import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Cell} from "./table.js";

/** A column's labels as text, whatever they look like, null where there is none. */
export function labelsIn(name: string, column: readonly Cell[]): (string | null)[] {
  return column.map((cell, row) => {
    if (typeof cell === "number" && Number.isInteger(cell) && !Number.isSafeInteger(cell))
      throw new InvalidArgument(`invalid ${name}; over 2^53 in row ${row + 1}, where numbers merge; write it as text`);
    return cell === null ? null : String(cell);
  });
}
