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
import {chanceIn} from "./chanceIn.js";
import {folded} from "./folded.js";
import {givesRows} from "./givesRows.js";
import {type Node, nodesOf, parseMapping, writeExpressions} from "./parseMapping.js";
import {tablesRead, type TablesRead} from "./tablesRead.js";

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
  readonly read: TablesRead["read"];
  /** what it reads, or says in its header, by which its rows could not be followed */
  readonly refused: TablesRead["refused"];
  readonly uses: readonly RowUse[];
  /** raw files of whose rows it makes others, without a way to find them again */
  readonly untold: readonly Omit<RowUse, "columns" | "said">[];
  /** what makes its result another one each time */
  readonly chance: string | null;
}

export async function readMapping(
  connection: DuckDBConnection,
  sql: string,
  resources: readonly Resource[]
): Promise<ReadMapping> {
  const parsed = await parseMapping(connection, sql);
  const known = new Map(resources.map((resource) => [resource.name, resource]));
  const {read, refused} = tablesRead(parsed, [...known.keys()]);
  const told = toldRows(sql);
  const plain = read.every((name) => told.has(name)) ? null : await plainColumns(connection, parsed, known);
  const conditions = toldConditions(sql);
  const conditionsOf = (resource: string): string[] =>
    conditions.flatMap((one) => (one.resource === resource ? [one.condition] : []));
  const uses = read.flatMap((resource): RowUse[] => {
    const said = told.get(resource);
    const columns = said ?? (plain?.resource === resource ? plain.columns : undefined);
    return columns ? [{resource, columns, leftOut: conditionsOf(resource), said: said !== undefined}] : [];
  });
  const giving = givesRows(parsed);
  const untold = read
    .filter((name) => giving.has(name) && !uses.some(({resource}) => resource === name))
    .map((resource) => ({resource, leftOut: conditionsOf(resource)}));
  const named = [...told.keys(), ...conditions.map(({resource}) => resource)].filter((name) => !read.includes(name));
  return {
    parsed,
    read,
    refused: [...(parsed.error === true ? [noSelect] : []), ...refused, ...[...new Set(named)].map(notRead)],
    uses,
    untold,
    chance: await chanceIn(connection, parsed, resources)
  };
}

/** Types that a column may be cast to without more words, and compared as. */
const simple = /^(VARCHAR|BOOLEAN|DATE|TIMESTAMP|(TINY|SMALL|BIG)INT|INTEGER|DOUBLE)$/;
/** What an expression may consist of, so that its value is of one row alone. */
const ofOneRow: ReadonlySet<unknown> = new Set(
  ["COLUMN_REF", "CONSTANT", "CAST", "FUNCTION", "OPERATOR", "COMPARISON", "CONJUNCTION", "CASE", "BETWEEN"] //
);

/** Columns that one SELECT from one file passes on, or computes of one row. */
async function plainColumns(connection: DuckDBConnection, parsed: Node, known: ReadonlyMap<string, Resource>) {
  const node = ((parsed.statements ?? []) as readonly {node?: Node}[])[0]?.node;
  const resource = known.get(folded(String(onlyTable(node?.from_table as Node | undefined)?.table_name)));
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

const noSelect = {
  rule: "it is no SELECT that can be read",
  remedy: "Write one SELECT; list the values that PIVOT turns"
};

const notRead = (name: string): TablesRead["refused"][number] => ({
  rule: `its header says something of ${name}, which it does not read`,
  remedy: "Name a raw file that stands after FROM or JOIN, as it is called there"
});

function toldRows(sql: string): Map<string, Record<string, string>> {
  const lines = [...sql.matchAll(/^-- rows\s+([^\s:]+):\s*(.+)$/gm)];
  return new Map(
    lines.map(([, resource = "", said = ""]) => [
      folded(resource),
      Object.fromEntries([...said.matchAll(/(\w+) = (.+?)(?=, \w+ = |$)/g)].map(([, column, of]) => [column, of]))
    ])
  );
}

function toldConditions(sql: string): {readonly resource: string; readonly condition: string}[] {
  const lines = [...sql.matchAll(/^-- leaves out\s+([^\s:]+):\s*(.+)$/gm)];
  return lines.map(([, resource = "", condition = ""]) => ({resource: folded(resource), condition}));
}
