import {InvalidArgument} from "../errors/invalidArgument.js";
import {MissingColumn} from "../errors/missingColumn.js";

export type Value = string | number | boolean | null;
export type Table = Readonly<Record<string, ArrayLike<Value>>>;

export function rowsOf(table: Table): number {
  const [first, ...rest] = Object.entries(table);
  if (!first) throw new InvalidArgument("invalid table; it has no columns");
  const uneven = rest.find(([, column]) => column.length !== first[1].length);
  if (uneven)
    throw new InvalidArgument(`invalid table; ${uneven[0]} is not as long as ${first[0]}: ${uneven[1].length}`);
  return first[1].length;
}

export function columnOf(table: Table, name: string): ArrayLike<Value> {
  const column = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!column) throw new MissingColumn(name, Object.keys(table));
  return column;
}

export function isMissing(value: Value): boolean {
  return value === null || value === "" || (typeof value === "number" && Number.isNaN(value));
}

export function numeric(column: ArrayLike<Value>, name: string): Float64Array {
  if (column instanceof Float64Array) return column;
  const numbers = new Float64Array(column.length);
  for (let row = 0; row < numbers.length; row++) {
    const value = column[row]!;
    const number = isMissing(value) ? NaN : Number(value);
    if (!Number.isFinite(number) && !isMissing(value))
      throw new InvalidArgument(`invalid ${name}; not a number in row ${row + 1}: ${value}; use empty for missing`);
    numbers[row] = number;
  }
  return numbers;
}

export function isFactor(column: ArrayLike<Value>): boolean {
  if (column instanceof Float64Array || column instanceof Int32Array) return false;
  for (let row = 0; row < column.length; row++) if (typeof column[row] === "string" && column[row] !== "") return true;
  return false;
}
