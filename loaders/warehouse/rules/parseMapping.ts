import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";

const parse = new URL("./sql/parse_mapping.sql", import.meta.url);

/** A node of the database's syntax tree. */
export interface Node {
  readonly [property: string]: unknown;
}

/** A mapping as the database reads it. Places in its text are left out: the largest is no number of JavaScript's. */
export async function parseMapping(connection: DuckDBConnection, text: string): Promise<Node> {
  const read = await connection.runAndReadAll(readFileSync(parse, "utf8"), {sql: text});
  const parsed = String(read.getRowObjectsJS()[0]?.parsed);
  return JSON.parse(parsed.replaceAll(/"query_location":\d+/g, '"query_location":0')) as Node;
}
