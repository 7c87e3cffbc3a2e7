import {readFile} from "node:fs/promises";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {TableName} from "../study/contract.js";
import {fillTemplate} from "../study/fillTemplate.js";
import {identifier} from "../study/quote.js";
import type {Study} from "../study/readStudy.js";
import type {Violation} from "../study/violation.js";
import {type Node, nodesOf} from "./rules/parseMapping.js";
import {type ReadMapping, readMapping, type RowUse} from "./rules/readMapping.js";

const listRaw = new URL("./sql/list_raw_rows.sql", import.meta.url);

/**
 * What is wrong with rows of a mapping's result, said of the raw rows that they are made of: those can be looked up. Where
 * they can't be found again it stays said of the result, with how to see its row.
 */
export async function toRawRows(
  connection: DuckDBConnection,
  study: Study,
  table: TableName,
  violations: readonly Violation[]
): Promise<readonly Violation[]> {
  const path = study.mappings.get(table);
  if (path === undefined || violations.every(({row}) => row === undefined)) return violations;
  const mapping = await readMapping(connection, await readFile(path, "utf8"), study.resources).catch(() => null);
  const groups = new Map<string, Violation[]>();
  for (const one of violations) {
    const name = JSON.stringify([one.column, one.rule, one.row === undefined]);
    const group = groups.get(name) ?? [];
    group.push(one);
    groups.set(name, group);
  }
  const traced: Violation[] = [];
  for (const group of groups.values())
    for (const one of await traceGroup(connection, study, {table, mapping, group})) traced.push(one);
  return traced;
}

interface Group {
  readonly table: TableName;
  readonly mapping: ReadMapping | null;
  /** of one column and rule */
  readonly group: readonly Violation[];
}

async function traceGroup(
  connection: DuckDBConnection,
  study: Study,
  {table, mapping, group}: Group
): Promise<readonly Violation[]> {
  const rows = group.flatMap(({row}) => (row === undefined ? [] : [row]));
  const [first] = group;
  const use = mapping?.uses[0];
  const resource = study.resources.find(({name}) => name === use?.resource);
  if (!first || rows.length === 0) return group;
  const raw = use && mapping?.uses.length === 1 ? await rawRows(connection, table, use, rows) : [];
  const least = rows.reduce((found, row) => Math.min(found, row), Infinity);
  if (!mapping || !resource || raw.length === 0) return group.map((one) => ofResult(one, table, least));
  const columns = sourcesOf(
    mapping.parsed,
    first.column ?? "",
    resource.schema.fields.map(({name}) => name)
  ); //
  const rule = `${first.column} of ${table} that is made of it: ${first.rule}`;
  const remedy = first.remedy?.startsWith("Correct its source")
    ? `Correct it, or mend sql/${table}.sql` //
    : first.remedy;
  return raw.map((row) => ({file: resource.path, row, column: columns.join(", ") || undefined, rule, remedy}));
}

async function rawRows(
  connection: DuckDBConnection,
  table: TableName,
  {resource, columns}: RowUse,
  rows: readonly number[]
): Promise<number[]> {
  const parts = {
    table: `canonical.${identifier(table)}`,
    staged: `staged.${identifier(resource)}`,
    matched: Object.entries(columns)
      .map(([column, of]) => `made.${identifier(column)} IS NOT DISTINCT FROM ${of}`)
      .join(" AND "),
    rows: rows.join(", ")
  };
  const read = await connection.runAndReadAll(fillTemplate(listRaw, parts)).catch(() => null);
  return (read?.getRowObjectsJS() ?? []).map(({row}) => Number(row));
}

/** Columns of a raw file that a column of the result is made of. */
function sourcesOf(parsed: Node, column: string, fields: readonly string[]): string[] {
  const items = nodesOf(parsed).flatMap(({select_list}) => (Array.isArray(select_list) ? (select_list as Node[]) : []));
  const named = items
    .filter(({alias}) => alias === column)
    .flatMap(nodesOf)
    .flatMap(({column_names}) => (Array.isArray(column_names) ? [String(column_names.at(-1))] : []));
  return fields.filter((field) => named.includes(field));
}

function ofResult({remedy = "", ...one}: Violation, table: TableName, first: number): Violation {
  const see = `rows are of the SQL's result; to print the first: npx longview check --row ${table}:${first}`;
  return {...one, remedy: `${remedy}; ${see}`};
}
