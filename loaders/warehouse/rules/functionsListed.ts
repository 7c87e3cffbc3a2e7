import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";

const kinds = {aggregate: "list_aggregates", inconstant: "list_inconstant"} as const;

const known = new WeakMap<DuckDBConnection, Map<string, Promise<ReadonlySet<string>>>>();

/** The database's own functions of a kind, by name: it has over a thousand, so that a connection is asked once. */
export function functionsListed(connection: DuckDBConnection, kind: keyof typeof kinds): Promise<ReadonlySet<string>> {
  const lists = known.get(connection) ?? new Map<string, Promise<ReadonlySet<string>>>();
  known.set(connection, lists);
  const list = lists.get(kind) ?? listed(connection, kind);
  lists.set(kind, list);
  return list;
}

async function listed(connection: DuckDBConnection, kind: keyof typeof kinds): Promise<ReadonlySet<string>> {
  const sql = readFileSync(new URL(`./sql/${kinds[kind]}.sql`, import.meta.url), "utf8");
  return new Set((await connection.runAndReadAll(sql)).getRowObjectsJS().map((row) => String(row[kind])));
}
