/**
 * What a mapping says of the rows that it reads: how each is found again in the canonical table, and by which rule any is
 * left out. Read off the SQL where it is plain, computed columns and joins among it; else said in its header:
 *
 *     -- rows        segment_accounts: department_id = "部門コード", fiscal_year = left("決算期", 4)::INTEGER - 1
 *     -- leaves out  lms_completions: Status <> 'Completed'
 */
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Resource} from "../../study/rawResource.js";
import {chanceIn} from "./chanceIn.js";
import {folded} from "./folded.js";
import {givesRows} from "./givesRows.js";
import {ofRaw} from "./ofRaw.js";
import {nodesOf} from "./nodesOf.js";
import {type Node, parseMapping} from "./parseMapping.js";
import {writeExpressions} from "./writeExpressions.js";
import {plainUses} from "./plainUses.js";
import {tablesRead, type TablesRead} from "./tablesRead.js";

export interface RowUse {
  readonly resource: string;
  /** canonical column -> what it is of the raw row, as SQL */
  readonly columns: Readonly<Record<string, string>>;
  /** conditions on a raw row that leave it out, as SQL */
  readonly leftOut: readonly string[];
  /** whether the mapping's header says how a row is found again */
  readonly said: boolean;
  /** whether another file's rows are found by the key as well, and this one is joined to them */
  readonly joined: boolean;
}

export interface ReadMapping {
  readonly parsed: Node;
  /** raw files that it reads */
  readonly read: TablesRead["read"];
  /** what it reads, or says in its header, by which its rows could not be followed */
  readonly refused: TablesRead["refused"];
  readonly uses: readonly RowUse[];
  /** raw files of whose rows it makes others, without a way to find them again */
  readonly untold: readonly Pick<RowUse, "resource" | "leftOut">[];
  /** what makes its result another one each time */
  readonly chance: string | null;
}

/** @param key  of the canonical table that the mapping makes */
export async function readMapping(
  connection: DuckDBConnection,
  sql: string,
  resources: readonly Resource[],
  key: readonly string[]
): Promise<ReadMapping> {
  const parsed = await parseMapping(connection, sql);
  const files = new Map(resources.map((resource) => [resource.name, resource]));
  const {read, refused} = tablesRead(parsed, [...files.keys()]);
  const told = await toldRows(connection, sql);
  const {found, lookedUp} = await plainUses(connection, parsed, {files, key});
  const conditions = toldConditions(sql);
  const conditionsOf = (resource: string): string[] =>
    conditions.flatMap((one) => (one.resource === resource ? [one.condition] : []));
  const uses = read.flatMap((resource): RowUse[] => {
    const [said, plain] = [told.get(resource), found.get(resource)];
    const columns = said ?? plain?.columns;
    const joined = !said && plain?.joined === true;
    return columns ? [{resource, columns, leftOut: conditionsOf(resource), said: said !== undefined, joined}] : [];
  });
  const giving = givesRows(parsed);
  const untold = read
    .filter((name) => giving.has(name) && !lookedUp.has(name) && !uses.some(({resource}) => resource === name))
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

const noSelect = {
  rule: "it is no SELECT that can be read",
  remedy: "Write one SELECT; list the values that PIVOT turns"
};

const notRead = (name: string): TablesRead["refused"][number] => ({
  rule: `its header says something of ${name}, which it does not read`,
  remedy: "Name a raw file that stands after FROM or JOIN, as it is called there"
});

async function toldRows(connection: DuckDBConnection, sql: string): Promise<Map<string, Record<string, string>>> {
  const told = new Map<string, Record<string, string>>();
  for (const [, resource = "", said = ""] of sql.matchAll(/^-- rows\s+([^\s:]+):\s*(.+)$/gm)) {
    const columns: Record<string, string> = {};
    for (const [, column = "", of = ""] of said.matchAll(/(\w+) = (.+?)(?=, \w+ = |$)/g))
      columns[column] = await ofRawRow(connection, of);
    told.set(folded(resource), columns);
  }
  return told;
}

/** What a header says of a raw row, whose columns would else be taken for the table's own of that name. */
async function ofRawRow(connection: DuckDBConnection, said: string): Promise<string> {
  const parsed = await parseMapping(connection, `SELECT ${said}`);
  const nodes = nodesOf(parsed);
  const [{node} = {}] = (parsed.statements ?? []) as readonly {node?: {select_list?: readonly Node[]}}[];
  const [item, more] = node?.select_list ?? [];
  const hasOwn = nodes.some(({class: of}) => of === "SUBQUERY" || of === "LAMBDA");
  if (!item || more || hasOwn) return said;
  const [written] = await writeExpressions(connection, [ofRaw(item)]).catch(() => [said]);
  return written ?? said;
}

function toldConditions(sql: string): {readonly resource: string; readonly condition: string}[] {
  const lines = [...sql.matchAll(/^-- leaves out\s+([^\s:]+):\s*(.+)$/gm)];
  return lines.map(([, resource = "", condition = ""]) => ({resource: folded(resource), condition}));
}
