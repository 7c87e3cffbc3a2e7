import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type Node, parseMapping} from "./parseMapping.js";

const write = new URL("./sql/write_expression.sql", import.meta.url);

/** Expressions of a syntax tree as SQL again, in their order. */
export async function writeExpressions(connection: DuckDBConnection, nodes: readonly Node[]): Promise<string[]> {
  const select = await parseMapping(connection, "SELECT 1");
  const [statement = {}] = select.statements as readonly Node[];
  const written: string[] = [];
  for (const node of nodes) {
    const list = {...(statement.node as Node), select_list: [{...node, alias: ""}]};
    const tree = JSON.stringify({...select, statements: [{...statement, node: list}]});
    const read = await connection.runAndReadAll(readFileSync(write, "utf8"), {tree});
    written.push(String(read.getRowObjectsJS()[0]?.written).replace(/^SELECT /, ""));
  }
  return written;
}
