import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";

const sql = (name: string): string => readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), "utf8");

/** A node of the database's syntax tree. */
export interface Node {
  readonly [property: string]: unknown;
}

/** A mapping as the database reads it. Places in its text are left out: the largest is no number of JavaScript's. */
export async function parseMapping(connection: DuckDBConnection, text: string): Promise<Node> {
  const read = await connection.runAndReadAll(sql("parse_mapping"), {sql: text});
  const parsed = String(read.getRowObjectsJS()[0]?.parsed);
  return JSON.parse(parsed.replaceAll(/"query_location":\d+/g, '"query_location":0')) as Node;
}

/** Expressions of a syntax tree as SQL again, in their order. */
export async function writeExpressions(connection: DuckDBConnection, nodes: readonly Node[]): Promise<string[]> {
  const select = await parseMapping(connection, "SELECT 1");
  const [statement = {}] = select.statements as readonly Node[];
  const written: string[] = [];
  for (const node of nodes) {
    const list = {...(statement.node as Node), select_list: [{...node, alias: ""}]};
    const tree = JSON.stringify({...select, statements: [{...statement, node: list}]});
    const read = await connection.runAndReadAll(sql("write_expression"), {tree});
    written.push(String(read.getRowObjectsJS()[0]?.written).replace(/^SELECT /, ""));
  }
  return written;
}

/** All nodes under a value, itself among them. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== "object" || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}
