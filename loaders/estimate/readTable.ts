import {readFile} from "node:fs/promises";
import {csvParse} from "d3";
import type {Cell, Table} from "./specificationReader.js";

/** A specification's data: columns as they are, or the file of that name; none where the method takes none. */
export async function readTable(data: unknown): Promise<Table> {
  if (data === undefined) return {};
  if (typeof data === "object" && data !== null) return data as Table;
  if (typeof data !== "string") throw new RangeError(`invalid data; a path or columns: ${String(data)}`);
  const rows = csvParse((await readFile(data, "utf8")).replace(/^\uFEFF/, ""));
  if (rows.length === 0) throw new RangeError(`invalid data; no rows: ${data}`);
  return Object.fromEntries(rows.columns.map((name) => [name, typed(rows.map((row) => row[name] ?? ""))]));
}

const decimal = /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/;

/** Numbers where every cell is one, texts otherwise; empty is missing. */
function typed(cells: readonly string[]): Cell[] {
  const missing = (cell: string): boolean => cell.trim() === "" || cell === "NA";
  const numeric = cells.every((cell) => missing(cell) || decimal.test(cell));
  return cells.map((cell) => (missing(cell) ? null : numeric ? Number(cell) : cell));
}
