import {readFile} from "node:fs/promises";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {parseCsv} from "../ingest/parseCsv.js";
import {checkTable} from "./checkTable.js";
import type {Table} from "./table.js";

/** A specification's data: columns as they are, or the CSV file of that name; none where the method takes none. */
export async function readTable(data: unknown): Promise<Table> {
  if (data === undefined) return {};
  if (typeof data === "string") return checkTable(parseCsv(await readFile(data), data));
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new InvalidArgument(`invalid data; a path, or columns by name: ${JSON.stringify(data)}`);
  return checkTable(data as Record<string, unknown>);
}
