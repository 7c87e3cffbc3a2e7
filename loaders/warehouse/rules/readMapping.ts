/**
 * What a mapping says of the rows that it reads: how each is found again in the canonical table, and by which rule any is
 * left out. Read off the SQL where it is one SELECT from one file, computed columns among it; else said in its header:
 *
 *     -- rows        segment_accounts: department_id = "部門コード", fiscal_year = left("決算期", 4)::INTEGER - 1
 *     -- leaves out  lms_completions: Status <> 'Completed'
 */
import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Resource} from "../../study/rawResource.js";
import {givesRows} from "./givesRows.js";
import {type Node, nodesOf, parseMapping, writeExpressions} from "./parseMapping.js";

export interface RowUse {
  readonly resource: string;
  /** canonical column -> what it is of the raw row, as SQL */
  readonly columns: Readonly<Record<string, string>>;
  /** conditions on a raw row that leave it out, as SQL */
  readonly leftOut: readonly string[];
  /** whether the mapping's header says how a row is found again */
  readonly said: boolean;
}

export interface ReadMapping {
  readonly parsed: Node;
  /** raw files that it reads */
  readonly read: readonly string[];
  readonly uses: readonly RowUse[];
  /** raw files of whose rows it makes others, without a way to find them again */
  readonly untold: readonly Omit<RowUse, "columns" | "said">[];
  /** what makes its result another one each time */
  readonly chance: string | null;
}

const inconstant = /^(random|setseed|uuid|gen_random_uuid|uuidv[47]|now|today|current_date|get_current_timestamp)$/;

export async function readMapping(
  connection: DuckDBConnection,
  sql: string,
  resources: readonly Resource[]
): Promise<ReadMapping> {
  const parsed = await parseMapping(connection, sql);
  const nodes = nodesOf(parsed);
  const known = new Map(resources.map((resource) => [resource.name, resource]));
  const read = [...new Set(nodes.map((node) => String(node.table_name)))].filter((name) => known.has(name));
  const told = toldRows(sql);
  const plain = told.size === read.length ? null : await plainColumns(connection, parsed, known);
  const uses = read.flatMap((resource): RowUse[] => {
    const said = told.get(resource);
    const columns = said ?? (plain?.resource === resource ? plain.columns : undefined);
    return columns ? [{resource, columns, leftOut: toldConditions(sql, resource), said: said !== undefined}] : [];
  });
  const giving = givesRows(parsed);
  const untold = read
    .filter((name) => giving.has(name) && !uses.some(({resource}) => resource === name))
    .map((resource) => ({resource, leftOut: toldConditions(sql, resource)}));
  const sampled = nodes.some(({sample}) => sample !== null && sample !== undefined);
  const call = nodes.find(({function_name}) => inconstant.test(String(function_name ?? "")));
  return {parsed, read, uses, untold, chance: sampled ? "SAMPLE" : call ? String(call.function_name) : null};
}

/** Types that a column may be cast to without more words, and compared as. */
const simple = /^(VARCHAR|BOOLEAN|DATE|TIMESTAMP|(TINY|SMALL|BIG)INT|INTEGER|DOUBLE)$/;
/** What an expression may consist of, so that its value is of one row alone. */
const ofOneRow: ReadonlySet<unknown> = new Set(
  ["COLUMN_REF", "CONSTANT", "CAST", "FUNCTION", "OPERATOR", "COMPARISON", "CONJUNCTION", "CASE", "BETWEEN"] //
);

/** Columns that one SELECT from one file passes on, or computes of one row. */
async function plainColumns(connection: DuckDBConnection, parsed: Node, known: ReadonlyMap<string, Resource>) {
  const node = (parsed.statements as readonly {node?: Node}[])[0]?.node;
  const resource = known.get(String(onlyTable(node?.from_table as Node | undefined)?.table_name));
  if (!node || !resource || (node.cte_map as {map: readonly unknown[]}).map.length > 0) return null;
  const aggregates = await aggregatesOf(connection);
  const fields = new Map(resource.schema.fields.map(({name}) => [name.toLowerCase(), name]));
  const given = (node.select_list as readonly Node[]).flatMap((item) => {
    const parts = nodesOf(item).filter((part) => part.class !== undefined);
    const columns = parts.filter((part) => part.class === "COLUMN_REF").map(nameOf);
    const isOfOne = parts.every(
      (part) =>
        ofOneRow.has(part.class) &&
        !aggregates.has(String(part.function_name)) &&
        (part.class !== "CAST" || simple.test(String((part.cast_type as Node).id)))
    );
    if (!isOfOne || columns.length === 0 || !columns.every((column) => fields.has(column.toLowerCase()))) return [];
    return [{name: String(item.alias || columns[0]), node: ofRaw(item) as Node}];
  });
  if (given.length === 0) return null;
  const written = await writeExpressions(
    connection,
    given.map((one) => one.node)
  ); //
  return {resource: resource.name, columns: Object.fromEntries(given.map(({name}, i) => [name, written[i] ?? ""]))};
}

const nameOf = (column: Node): string => (column.column_names as readonly string[]).at(-1) ?? "";

/** The one table that is selected from, as it is or turned, in brackets or not. */
function onlyTable(from: Node | undefined): Node | undefined {
  if (from?.type === "PIVOT") return onlyTable(from.source as Node);
  if (from?.type !== "SUBQUERY") return from;
  const {node} = from.subquery as {node: Node};
  const [only, more] = (node.select_list ?? []) as readonly Node[];
  return only?.class === "STAR" && more === undefined && node.where_clause === null
    ? onlyTable(node.from_table as Node)
    : undefined;
}

async function aggregatesOf(connection: DuckDBConnection): Promise<Set<string>> {
  const sql = readFileSync(new URL("./sql/list_aggregates.sql", import.meta.url), "utf8");
  return new Set((await connection.runAndReadAll(sql)).getRowObjectsJS().map(({aggregate}) => String(aggregate)));
}

/** An expression whose columns are named as the raw row's. */
function ofRaw(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ofRaw);
  if (typeof value !== "object" || value === null) return value;
  const node = value as Node;
  if (node.class === "COLUMN_REF") return {...node, column_names: ["raw", nameOf(node)]};
  return Object.fromEntries(Object.entries(node).map(([name, of]) => [name, ofRaw(of)]));
}

function toldRows(sql: string): Map<string, Record<string, string>> {
  const lines = [...sql.matchAll(/^-- rows\s+(\w+):\s*(.+)$/gm)];
  return new Map(
    lines.map(([, resource = "", said = ""]) => [
      resource,
      Object.fromEntries([...said.matchAll(/(\w+) = (.+?)(?=, \w+ = |$)/g)].map(([, column, of]) => [column, of]))
    ])
  );
}

function toldConditions(sql: string, resource: string): string[] {
  return [...sql.matchAll(/^-- leaves out\s+(\w+):\s*(.+)$/gm)].flatMap(([, of, condition = ""]) =>
    of === resource ? [condition] : []
  );
}
