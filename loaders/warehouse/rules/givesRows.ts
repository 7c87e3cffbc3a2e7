import {folded} from "./folded.js";
import type {Node} from "./parseMapping.js";

/**
 * Tables of which each row is to be in a mapping's result: those that it selects from, through its own subqueries and named
 * parts. What is only looked up, by a subquery in an expression or as the other side of a LEFT JOIN, is none of them.
 */
export function givesRows(parsed: Node): Set<string> {
  const names = new Set<string>();
  for (const {node} of (parsed.statements ?? []) as readonly {node?: Node}[])
    if (node) fromQuery(node, new Map(), names);
  return names;
}

type Parts = ReadonlyMap<string, Node>;

function fromQuery(node: Node, around: Parts, names: Set<string>): void {
  const {map: listed = []} = (node.cte_map ?? {}) as {map?: readonly {key: string; value: {query: {node: Node}}}[]};
  const parts = new Map([...around, ...listed.map(({key, value}) => [folded(key), value.query.node] as const)]);
  for (const side of [node.left, node.right, ...((node.children ?? []) as readonly unknown[])])
    if (isNode(side) && side.type !== undefined) fromQuery(side, parts, names);
  if (isNode(node.from_table)) fromTable(node.from_table, parts, names);
}

function fromTable(table: Node, parts: Parts, names: Set<string>): void {
  const {type, table_name, left, right, join_type, source, subquery} = table;
  if (type === "BASE_TABLE") {
    const called = folded(String(table_name));
    const part = parts.get(called);
    const rest = new Map([...parts].filter(([name]) => name !== called));
    if (part) fromQuery(part, rest, names);
    else names.add(called);
  }
  if (type === "PIVOT" && isNode(source)) fromTable(source, parts, names);
  if (type === "SUBQUERY" && isNode(subquery)) fromQuery((subquery as {node: Node}).node, parts, names);
  if (type !== "JOIN") return;
  if (isNode(left) && join_type !== "RIGHT") fromTable(left, parts, names);
  if (isNode(right) && join_type !== "LEFT" && join_type !== "SEMI" && join_type !== "ANTI")
    fromTable(right, parts, names);
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
