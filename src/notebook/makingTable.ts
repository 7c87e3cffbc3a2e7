import type {Value} from "./columnsOf.js";

export type NamedColumn = readonly [name: string, cells: readonly Value[]];

// no text that was released has them
const [between, absent] = ["\u001F", "\u001E"];

/**
 * The statement that makes a table of columns in DuckDB: a text a column, taken apart there, so that no file is read, which
 * is refused once queries run, and there is one thing to wait for.
 */
export function makingTable(name: string, columns: readonly NamedColumn[]): string {
  const rows = columns[0]?.[1].length ?? 0;
  const parts = columns.map(
    ([column, cells], i) => `nullif(unnest(c${i}), '${absent}')::${typeOf(cells)} AS ${identifier(column)}`
  );
  const texts = columns.map(([, cells], i) => `string_split(${text(joined(cells))}, '${between}') AS c${i}`);
  return `CREATE TABLE ${identifier(name)} AS SELECT ${parts.join(", ")} FROM (SELECT ${texts.join(", ")}) LIMIT ${rows}`;
}

function joined(cells: readonly Value[]): string {
  return cells.map((cell) => (cell === null ? absent : String(cell))).join(between);
}

function typeOf(cells: readonly Value[]): string {
  const known = cells.filter((cell) => cell !== null);
  if (known.length === 0 || known.some((cell) => typeof cell === "string")) return "VARCHAR";
  if (known.every((cell) => typeof cell === "boolean")) return "BOOLEAN";
  return known.every((cell) => Number.isSafeInteger(cell)) ? "BIGINT" : "DOUBLE";
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
