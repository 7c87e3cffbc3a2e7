/**
 * What a mapping says of the rows that it reads: how each is found again in the canonical table, and by which rule any is
 * left out. Read off the SQL where it is one SELECT from one file; else said in its header:
 *
 *     -- rows        segment_accounts: department_id = "部門コード", fiscal_year = left("決算期", 4)::INTEGER - 1
 *     -- leaves out  lms_completions: Status <> 'Completed'
 */
import type {Resource} from "../../study/rawResource.js";

export interface RowUse {
  readonly resource: string;
  /** canonical column -> what it is of the raw row, as SQL */
  readonly columns: Readonly<Record<string, string>>;
  /** conditions on a raw row that leave it out, as SQL */
  readonly leftOut: readonly string[];
}

interface Node {
  readonly [property: string]: unknown;
}

export interface ReadMapping {
  /** raw files that it reads */
  readonly read: readonly string[];
  readonly uses: readonly RowUse[];
  /** raw files that it reads without saying what becomes of their rows */
  readonly untold: readonly string[];
  /** what makes its result another one each time */
  readonly chance: string | null;
}

const inconstant = /^(random|setseed|uuid|gen_random_uuid|uuidv[47]|now|today|current_date|get_current_timestamp)$/;

export function readMapping(sql: string, parsed: unknown, resources: readonly Resource[]): ReadMapping {
  const nodes = nodesOf(parsed);
  const known = new Map(resources.map((resource) => [resource.name, resource]));
  const read = [...new Set(nodes.map((node) => String(node.table_name)))].filter((name) => known.has(name));
  const told = toldRows(sql);
  const plain = plainColumns(parsed, known);
  const uses = read.flatMap((resource): RowUse[] => {
    const columns = told.get(resource) ?? (plain?.resource === resource ? plain.columns : undefined);
    return columns ? [{resource, columns, leftOut: toldConditions(sql, resource)}] : [];
  });
  const untold = read.filter((name) => !uses.some(({resource}) => resource === name));
  const sampled = nodes.some(({sample}) => sample !== null && sample !== undefined);
  const call = nodes.find(({function_name}) => inconstant.test(String(function_name ?? "")));
  return {read, uses, untold, chance: sampled ? "SAMPLE" : call ? String(call.function_name) : null};
}

function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== "object" || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}

/** Types that a column may be cast to without more words, and compared as. */
const simple = /^(VARCHAR|BOOLEAN|DATE|TIMESTAMP|(TINY|SMALL|BIG)INT|INTEGER|DOUBLE)$/;

/** Columns that one SELECT from one file passes on as they are, or cast. */
function plainColumns(parsed: unknown, known: ReadonlyMap<string, Resource>) {
  const node = (parsed as {statements?: readonly {node?: Node}[]}).statements?.[0]?.node;
  const from = node?.from_table as Node | undefined;
  const table = (from?.type === "PIVOT" ? (from.source as Node) : from) ?? {};
  const resource = known.get(String(table.table_name));
  if (!node || !resource || (node.cte_map as {map: readonly unknown[]}).map.length > 0) return null;
  const fields = new Set(resource.schema.fields.map(({name}) => name));
  const columns = (node.select_list as readonly Node[]).flatMap((item) => {
    const cast = item.class === "CAST" ? String((item.cast_type as Node).id) : undefined;
    const inner = cast === undefined ? item : (item.child as Node);
    const name = inner.class === "COLUMN_REF" ? (inner.column_names as readonly string[]).at(-1) : undefined;
    if (name === undefined || !fields.has(name) || (cast !== undefined && !simple.test(cast))) return [];
    const column = `raw."${name.replaceAll('"', '""')}"`;
    return [[String(item.alias || name), cast === undefined ? column : `CAST(${column} AS ${cast})`]];
  });
  return columns.length > 0 ? {resource: resource.name, columns: Object.fromEntries(columns)} : null;
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
