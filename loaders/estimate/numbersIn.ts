import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Cell} from "./table.js";

const decimal = /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/;

export const isDecimal = (cell: Cell): boolean => typeof cell !== "string" || decimal.test(cell);

export const isFiniteDecimal = (cell: Cell): boolean => isDecimal(cell) && Number.isFinite(Number(cell));

/** A column's numbers, null where there is none. */
export function numbersIn(name: string, column: readonly Cell[]): (number | null)[] {
  return column.map((cell, row) => {
    if (cell === null) return null;
    if (!isFiniteDecimal(cell))
      throw new InvalidArgument(`invalid ${name}; not a number in row ${row + 1}: ${cell}; use empty for missing`);
    return Number(cell);
  });
}
