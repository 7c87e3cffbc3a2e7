import type {Value} from "./columnsOf.js";

/** stands for a missing cell */
export const absent = "\\N";

export type NamedColumn = readonly [name: string, cells: readonly Value[]];

/** Columns as a CSV file that DuckDB reads with the types of `readingCsv`. */
export function asCsv(columns: readonly NamedColumn[]): string {
  const rows = Array.from({length: columns[0]?.[1].length ?? 0}, (_, i) =>
    columns.map(([, cells]) => cells[i] ?? null)
  );
  return [columns.map(([name]) => quoted(name)), ...rows.map((row) => row.map(quoted))]
    .map((row) => row.join(","))
    .join("\n");
}

/** The statement that makes a table of such a file. */
export function readingCsv(table: string, file: string, columns: readonly NamedColumn[]): string {
  const types = columns.map(([name, cells]) => `${text(name)}: '${typeOf(cells)}'`).join(", ");
  return `CREATE TABLE "${table.replaceAll('"', '""')}" AS SELECT * FROM read_csv(${text(file)}, header = true, delim = ',', quote = '"', escape = '"', nullstr = '${absent}', auto_detect = false, columns = {${types}})`;
}

function typeOf(cells: readonly Value[]): string {
  const known = cells.filter((cell) => cell !== null);
  if (known.length === 0 || known.some((cell) => typeof cell === "string")) return "VARCHAR";
  if (known.every((cell) => typeof cell === "boolean")) return "BOOLEAN";
  return known.every((cell) => Number.isSafeInteger(cell)) ? "BIGINT" : "DOUBLE";
}

function quoted(cell: Value): string {
  if (cell === null) return absent;
  return typeof cell === "string" ? `"${cell.replaceAll('"', '""')}"` : String(cell);
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
