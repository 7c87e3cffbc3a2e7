import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {readFile} from "node:fs/promises";
import {csvParse} from "d3";
import type {Table} from "./specificationReader.js";
import {typedTable} from "./typedTable.js";

/** A specification's data: columns as they are, or the file of that name; none where the method takes none. */
export async function readTable(data: unknown): Promise<Table> {
  if (data === undefined) return {};
  if (typeof data === "object" && data !== null) {
    const scalar = Object.entries(data).find(([, column]) => !Array.isArray(column));
    if (scalar)
      throw new InvalidArgument(`invalid data; ${scalar[0]} is no list of values: ${JSON.stringify(scalar[1])}`);
    return typedTable(data as Table);
  }
  if (typeof data !== "string") throw new InvalidArgument(`invalid data; a path or columns: ${String(data)}`);
  const rows = csvParse((await readFile(data, "utf8")).replace(/^\uFEFF/, ""));
  if (rows.length === 0) throw new InvalidArgument(`invalid data; no rows: ${data}`);
  return typedTable(Object.fromEntries(rows.columns.map((name) => [name, rows.map((row) => row[name] ?? "")])));
}
