import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";

const sql = readFileSync(new URL("./sql/parse_mapping.sql", import.meta.url), "utf8");

/** A mapping as the database reads it. */
export async function parseMapping(connection: DuckDBConnection, text: string): Promise<unknown> {
  const read = await connection.runAndReadAll(sql, {sql: text});
  return JSON.parse(String(read.getRowObjectsJS()[0]?.parsed));
}
