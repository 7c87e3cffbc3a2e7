/**
 * What becomes of every raw row that a mapping reads: rows in = used + left out by a rule that the mapping names. Kept in
 * `audit.row_use`, so that the data page and the steward can say what was left out, and by which rule.
 */
import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {contract, type TableName} from "../../study/contract.js";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Study} from "../../study/readStudy.js";
import {describeViolation, type Violation} from "../../study/violation.js";
import {mappingFault} from "../mappingFault.js";
import type {Mappings} from "../openMapping.js";
import {madeOf} from "./madeOf.js";
import type {RowUse} from "./readMapping.js";

const sql = (name: string): URL => new URL(`./sql/${name}.sql`, import.meta.url);

export async function accountRows(
  connection: DuckDBConnection,
  study: Study,
  mappings: Mappings
): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const {name} of study.resources)
    if (study.tables.includes(name as TableName) && !study.mappings.has(name as TableName))
      await recordLineage(connection, name, name);
  for (const [table, {file, read, uses, untold, chance}] of mappings) {
    for (const resource of read) await recordLineage(connection, table, resource);
    if (chance !== null) {
      const rule = `${chance} makes another table of the same files each time`;
      violations.push({
        file,
        rule,
        remedy: "Take all rows, and name the rule by which any is left out; write a day as DATE '2020-03-31'"
      });
    }
    for (const use of uses)
      for (const violation of await accountFor(connection, study, table, use)) violations.push(violation);
    for (const use of untold)
      for (const violation of await recordUntold(connection, table, use)) violations.push(violation);
  }
  return violations;
}

async function recordLineage(connection: DuckDBConnection, table: string, resource: string): Promise<void> {
  await connection.run(readFileSync(sql("record_lineage"), "utf8"), {table, resource});
}

/** Raw rows by their place: that of the rule that leaves them out, -1 where they are used, -2 where neither is so. */
type Counted = readonly {readonly place: number; readonly rows: number}[];

async function countUse(
  connection: DuckDBConnection,
  table: TableName,
  {resource, columns, leftOut}: Pick<RowUse, "resource" | "columns" | "leftOut">
): Promise<Counted> {
  const parts = {
    table: `canonical.${identifier(table)}`,
    staged: `staged.${identifier(resource)}`,
    matched: madeOf(columns),
    left_out: leftOut.map((condition, i) => `WHEN ${condition} THEN ${i}`).join("\n      ")
  };
  const read = await connection.runAndReadAll(fillTemplate(sql("count_use"), parts));
  return read.getRowObjectsJS() as unknown as Counted;
}

/** What the database says of a mapping's header line that does not run. */
function headerFault(file: string, resource: string, error: unknown): Violation {
  const {rule} = mappingFault(error);
  return {
    file,
    rule: `its header's line on ${resource} does not run: ${rule}`,
    remedy: "Write -- rows FILE: COLUMN = EXPRESSION, ... or -- leaves out FILE: CONDITION, of columns of that file"
  };
}

async function accountFor(
  connection: DuckDBConnection,
  study: Study,
  table: TableName,
  use: RowUse
): Promise<Violation[]> {
  const {resource, leftOut, said, joined} = use;
  const file = `sql/${table}.sql`;
  const counted = await countUse(connection, table, use).catch((error: unknown) => headerFault(file, resource, error));
  if ("rule" in counted) return said ? [counted] : recordUntold(connection, table, use);
  const lost = counted.find(({place}) => place === -2)?.rows ?? 0;
  const all = counted.reduce((sum, {rows}) => sum + rows, 0);
  const {count = 0, share = 0, severity = "error"} = study.rules.rows_used ?? {};
  const isBeyond = lost > Math.max(count, Math.floor(share * all)) && severity === "error";
  const violation = {
    file,
    rule: `${lost} of ${all} rows of ${resource} are in no row of ${table}, and no rule leaves them out`,
    remedy: `Mend the mapping, or name the rule in its header: -- leaves out ${resource}: CONDITION`
  };
  for (const {place, rows} of counted)
    await recordUse(connection, {
      mapping: file,
      resource,
      rule: leftOut[place] ?? (place === -1 ? "used" : "no rule"),
      used: place === -1,
      rows,
      message: isBeyond && joined && place === -2 ? describeViolation(violation) : ""
    });
  return isBeyond && !joined ? [violation] : [];
}

interface Use {
  readonly mapping: string;
  readonly resource: string;
  readonly rule: string;
  readonly used: boolean | null;
  readonly rows: number;
  /** what is to be told of it; of most, nothing */
  readonly message: string;
}

async function recordUse(connection: DuckDBConnection, use: Use): Promise<void> {
  await connection.run(readFileSync(sql("record_use"), "utf8"), {...use});
}

/** Of rows that can't be found again, those are counted that a rule leaves out; that the others are not is told. */
async function recordUntold(
  connection: DuckDBConnection,
  table: TableName,
  {resource, leftOut}: Pick<RowUse, "resource" | "leftOut">
): Promise<Violation[]> {
  const mapping = `sql/${table}.sql`;
  const counted = await countUse(connection, table, {resource, leftOut, columns: {}}).catch((error: unknown) =>
    headerFault(mapping, resource, error)
  );
  if ("rule" in counted) return [counted];
  for (const {place, rows} of counted.filter((one) => leftOut[one.place] !== undefined))
    await recordUse(connection, {mapping, resource, rule: leftOut[place] ?? "", used: false, rows, message: ""});
  const key = contract[table].key.map((column) => `${column} = EXPRESSION`).join(", ");
  const message = describeViolation({
    file: mapping,
    rule: `we cannot tell which rows of ${resource} it uses, so nobody would notice if one were lost`,
    remedy: `Add a header line that says what each column is, of a row of the file: -- rows ${resource}: ${key}`
  });
  const rows = counted.find(({place}) => place === -2)?.rows ?? 0;
  await recordUse(connection, {mapping, resource, rule: untold, used: null, rows, message});
  return [];
}

/** what stands in the place of a rule where rows can't be found again */
const untold = "not counted";
