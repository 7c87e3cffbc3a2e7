/**
 * The warehouse of a simulated study, filled straight from its tables and kept in memory: the same marts as from its raw
 * files, which a test holds it to, in a third of the time, since what we made ourselves need not be checked row by row.
 */
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import type {FindingId} from "../../src/findings/registry.js";
import {surveyItems} from "../simulate/catalogue.js";
import type {SimulatedTables} from "../simulate/simulate.js";
import {contract} from "../study/contract.js";
import type {CanonicalTable} from "../study/contract.js";
import {fillTemplate} from "../study/fillTemplate.js";
import {identifier, literal} from "../study/quote.js";
import type {Study} from "../study/readStudy.js";
import {createCanonical, listMeasures, sqlTypes} from "../warehouse/buildCanonical.js";
import {marts, readMart} from "../warehouse/buildWarehouse.js";
import {type Warehouse, warehouseOf} from "../warehouse/warehouse.js";

/** who met whom: the heaviest of the marts, and read by one finding */
const mixing = "11_mix_lines.sql";

type Rows = NonNullable<SimulatedTables[string]>;

/**
 * @param scratch  folder for the tables on their way into the warehouse
 * @param without  findings that are not asked for: a mart that they alone read is not made
 */
export async function openWorld(
  study: Study,
  tables: SimulatedTables,
  {scratch, without = []}: {readonly scratch: string; readonly without?: readonly FindingId[]}
): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  await connection.run("SET TimeZone = $zone", {zone: study.timeZone});
  await createCanonical(connection, study);
  for (const [name, table] of Object.entries<CanonicalTable>(contract)) {
    const rows = tables[name] ?? [];
    const [first] = rows;
    if (!first) continue;
    const types = Object.fromEntries(
      Object.keys(first).map((column) => [column, sqlTypes[table.columns[column]?.type ?? "string"]])
    );
    const parts = {table: `canonical.${identifier(name)}`, columns: Object.keys(first).map(identifier).join(", ")};
    await fill(connection, "fill_table", rows, {types, scratch, parts});
  }
  const answers = Object.fromEntries(surveyItems.map(({id}) => [id, "BIGINT"]));
  const respondents = {
    fiscal_year: "BIGINT",
    respondent_id: "VARCHAR",
    department_id: "VARCHAR",
    respondent_group: "VARCHAR"
  };
  await fill(connection, "fill_answers", tables.survey ?? [], {types: {...respondents, ...answers}, scratch});
  const sector = {fiscal_year: "BIGINT", comparator: "DOUBLE"};
  await fill(connection, "fill_organisation", tables.sector_years ?? [], {types: sector, scratch});
  await listMeasures(connection, study);
  for (const mart of marts) if (!(mart === mixing && without.includes("purpose"))) await connection.run(readMart(mart));
  return warehouseOf(instance, connection);
}

async function fill(
  connection: DuckDBConnection,
  sql: string,
  rows: Rows,
  {
    types,
    scratch,
    parts = {}
  }: {types: Readonly<Record<string, string>>; scratch: string; parts?: Readonly<Record<string, string>>}
): Promise<void> {
  const path = join(scratch, "table.csv");
  const columns = Object.keys(types);
  const cell = (value: Rows[number][string] | undefined): string => {
    const text = value === null || value === undefined ? "" : String(value);
    return text.includes(",") ? `"${text}"` : text;
  };
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(","));
  await writeFile(path, `${columns.join(",")}\n${lines.join("\n")}\n`);
  const typed = `{${Object.entries(types)
    .map(([column, type]) => `${literal(column)}: ${literal(type)}`)
    .join(", ")}}`;
  await connection.run(
    fillTemplate(new URL(`./sql/${sql}.sql`, import.meta.url), {...parts, path: literal(path), types: typed})
  );
}
