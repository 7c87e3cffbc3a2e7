/**
 * What becomes of every raw row that a mapping reads: rows in = used + left out by a rule that the mapping names. Kept in
 * `audit.row_use`, so that the data page and the steward can say what was left out, and by which rule.
 */
import {readFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {TableName} from "../../study/contract.js";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Study} from "../../study/readStudy.js";
import type {Violation} from "../../study/violation.js";
import {parseMapping} from "./parseMapping.js";
import {type RowUse, readMapping} from "./readMapping.js";

const sql = (name: string): URL => new URL(`./sql/${name}.sql`, import.meta.url);

export async function accountRows(connection: DuckDBConnection, study: Study): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const {name} of study.resources)
    if (study.tables.includes(name as TableName) && !study.mappings.has(name as TableName))
      await recordLineage(connection, name, name);
  for (const [table, path] of study.mappings) {
    const file = `sql/${table}.sql`;
    const text = await readFile(path, "utf8");
    const {read, uses, chance} = readMapping(text, await parseMapping(connection, text), study.resources);
    for (const resource of read) await recordLineage(connection, table, resource);
    if (chance !== null) {
      const rule = `${chance} makes another table of the same files each time`;
      violations.push({file, rule, remedy: "Take all rows, and name the rule by which any is left out"});
    }
    for (const use of uses)
      for (const violation of await accountFor(connection, study, table, use)) violations.push(violation);
  }
  return violations;
}

async function recordLineage(connection: DuckDBConnection, table: string, resource: string): Promise<void> {
  await connection.run(readFileSync(sql("record_lineage"), "utf8"), {table, resource});
}

async function accountFor(
  connection: DuckDBConnection,
  study: Study,
  table: TableName,
  {resource, columns, leftOut}: RowUse
): Promise<Violation[]> {
  const file = `sql/${table}.sql`;
  const parts = {
    table: `canonical.${identifier(table)}`,
    staged: `staged.${identifier(resource)}`,
    matched: Object.entries(columns)
      .map(([column, of]) => `made.${identifier(column)} IS NOT DISTINCT FROM ${of}`)
      .join(" AND "),
    left_out: leftOut.map((condition, i) => `WHEN ${condition} THEN ${i}`).join("\n      ")
  };
  const read = await connection.runAndReadAll(fillTemplate(sql("count_use"), parts)).catch(() => null);
  if (!read) {
    const rule = `what its header says of the rows of ${resource} can't be looked up`;
    return [{file, rule, remedy: "Write: -- rows FILE: COLUMN = EXPRESSION, ... or -- leaves out FILE: CONDITION"}];
  }
  const counted = read.getRowObjectsJS() as unknown as {place: number; rows: number}[];
  for (const {place, rows} of counted) {
    const rule = leftOut[place] ?? (place === -1 ? "used" : "no rule");
    const values = {mapping: file, resource, rule, used: place === -1, rows};
    await connection.run(readFileSync(sql("record_use"), "utf8"), values);
  }
  const lost = counted.find(({place}) => place === -2)?.rows ?? 0;
  const all = counted.reduce((sum, {rows}) => sum + rows, 0);
  const {count = 0, share = 0, severity = "error"} = study.rules.rows_used ?? {};
  if (lost <= Math.max(count, Math.floor(share * all)) || severity === "warn") return [];
  const rule = `${lost} of ${all} rows of ${resource} are in no row of ${table}, and no rule leaves them out`;
  const remedy = `Mend the mapping, or name the rule in its header: -- leaves out ${resource}: CONDITION`;
  return [{file, rule, remedy}];
}
