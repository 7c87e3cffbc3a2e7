import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {readColumns, textFile} from "../ingest/readColumns.js";
import {checkTable} from "./checkTable.js";
import {parseOptions} from "./parseOptions.js";
import type {Specification, Table} from "./table.js";

/** A specification's data: columns as they are, or a CSV file, by its path or described; none where the method takes none. */
export async function readTable(data: unknown): Promise<Table> {
  if (data === undefined) return {};
  if (typeof data === "string") return checkTable(await readColumns({path: data}));
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new InvalidArgument(`invalid data; a path, or columns by name: ${JSON.stringify(data)}`);
  if (!("path" in data) || typeof data.path !== "string") return checkTable(data as Record<string, unknown>);
  return checkTable(await readColumns(parseOptions("data", textFile, data as Specification)));
}
