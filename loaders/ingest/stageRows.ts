/**
 * Records as text -> `staged.<resource>`, typed, in one pass: whatever breaks a rule is marked as it is cast. Only where
 * something is marked are rows numbered and rules named; a clean file is a view over its typed columns.
 */
import type {DuckDBConnection} from "@duckdb/node-api";
import {fillTemplate} from "../study/fillTemplate.js";
import {identifier, literal} from "../study/quote.js";
import type {Resource} from "../study/rawResource.js";
import {fieldRules} from "./fieldRules.js";
import type {RawRows} from "./rawRows.js";
import {tellProgress} from "./tellProgress.js";
import {unreadable} from "./unreadable.js";

export interface StagedRows {
  readonly resource: Resource;
  readonly rows: RawRows;
  /** records in the file */
  readonly read: number;
}

const template = (name: string, parts: Record<string, string>): string =>
  fillTemplate(new URL(`./sql/${name}.sql`, import.meta.url), parts);

/** @param key fields that name a row */
export async function stageRows(
  connection: DuckDBConnection,
  resource: Resource,
  rows: RawRows,
  {key, timeZone}: {key?: readonly string[]; timeZone: string}
): Promise<StagedRows> {
  const {name, path: file, schema, dialect} = resource;
  const {nullSequence} = dialect;
  const missingValues = [...schema.missingValues, ...(nullSequence === undefined ? [] : [nullSequence])];
  const fields = schema.fields.map((field) => {
    const context = {missingValues, required: key?.includes(field.name), timeZone};
    return {name: field.name, ...fieldRules(field, context)};
  });
  const rules = fields.flatMap((field) => field.rules.map((rule) => ({column: field.name, ...rule})));
  const anyBroken = rules.map(({broken}) => broken).join(" OR ");
  const typed = fields.map((field) => `${field.typed} AS ${identifier(field.name)}`);
  const row = rows.above === null ? ["_row"] : [];
  const parts = {typed: typedTable(name), columns: [...row, ...typed].join(", "), anyBroken, from: rows.from};
  await tellProgress(connection, {file, doing: "checking each value"}, () =>
    connection.run(template("stage_typed", parts))
  ).catch((error: unknown) => unreadable(error, file));
  await rows.checkShape?.();

  const columns = fields.map((field) => identifier(field.name)).join(", ");
  const numbered = rows.above === null ? "_row" : `rowid + ${rows.above + 1} AS _row`;
  await connection.run(
    template("show_staged", {staged: stagedTable(name), typed: typedTable(name), numbered, columns})
  );
  const [counted] = await all(connection, template("count_typed", {typed: typedTable(name)}));
  if (counted?.broken === true) {
    const breaches = rules.map(
      ({column, broken, rule, remedy}) =>
        `CASE WHEN ${broken} THEN {column_name: ${literal(column)}, rule: ${literal(rule)}, remedy: ${literal(remedy)}} END`
    );
    const order = rows.above === null ? "_row" : `row_number() OVER () + ${rows.above} AS _row`;
    const asked = {order, names: columns, breaches: breaches.join(", "), anyBroken, from: rows.from};
    await connection.run("DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scan;");
    await connection.run(template("reject_values", asked), {resource: name, file});
    await settleTable(connection, name);
    await dropRejected(connection, name);
  }
  return {resource, rows, read: Number(counted?.read)};
}

export const stagedTable = (name: string): string => `staged.${identifier(name)}`;

const typedTable = (name: string): string => `typed.${identifier(name)}`;

/** Makes the view a table, its rows numbered for good, so that rows may leave it. */
export async function settleTable(connection: DuckDBConnection, name: string): Promise<void> {
  const [view] = await all(connection, template("find_view", {}), {name});
  if (!view) return;
  await connection.run(template("settle_table", {staged: stagedTable(name), typed: typedTable(name)}));
}

export async function dropRejected(connection: DuckDBConnection, name: string): Promise<void> {
  await settleTable(connection, name);
  await connection.run(template("drop_rejected", {staged: stagedTable(name), resource: literal(name)}));
}

async function all(connection: DuckDBConnection, sql: string, values: Record<string, string> = {}) {
  return (await connection.runAndReadAll(sql, values)).getRowObjectsJS();
}
