import {isSuppressed} from "../released/cell.js";

/** A value of a cell as an estimator takes it. */
export type Value = string | number | boolean | null;

/** Anything with columns: an Arquero table, a released table, rows, or columns by name. */
export type Data =
  | {columnNames(): string[]; array(name: string): ArrayLike<unknown>}
  | {readonly rows: readonly object[]}
  | readonly object[]
  | Readonly<Record<string, ArrayLike<unknown>>>;

/**
 * The columns of a table by name. Withheld, missing and undefined cells are null, whole numbers of SQL are numbers.
 *
 * @throws {RangeError} if it is no table
 */
export function columnsOf(data: Data): Record<string, Value[]> {
  if (typeof data !== "object" || data === null)
    throw new RangeError("invalid table; neither an Arquero table, nor rows, nor columns by name");
  if (Array.isArray(data)) return columnsOfRows(data as readonly object[]);
  if ("columnNames" in data && typeof data.columnNames === "function") {
    const table = data as {columnNames(): string[]; array(name: string): ArrayLike<unknown>};
    return Object.fromEntries(table.columnNames().map((name) => [name, Array.from(table.array(name), valueOf)]));
  }
  if ("rows" in data && Array.isArray(data.rows)) return columnsOfRows(data.rows as readonly object[]);
  return Object.fromEntries(
    Object.entries(data as Record<string, unknown>).map(([name, column]) => {
      if (!Array.isArray(column) && !ArrayBuffer.isView(column))
        throw new RangeError(`invalid table; ${name} is no list of values`);
      return [name, Array.from(column as ArrayLike<unknown>, valueOf)];
    })
  );
}

function columnsOfRows(rows: readonly object[]): Record<string, Value[]> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => valueOf((row as Cells)[name]))]));
}

type Cells = Readonly<Record<string, unknown>>;

function valueOf(cell: unknown): Value {
  if (cell === null || cell === undefined || isSuppressed(cell)) return null;
  if (typeof cell === "bigint") return Number(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return Number.isNaN(cell) ? null : cell;
  return typeof cell === "boolean" ? cell : String(cell);
}
