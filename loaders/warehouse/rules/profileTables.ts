/** Rows, years, units, medians and shares missing of each canonical table, by which a later release knows a break. */
import type {DuckDBConnection} from "@duckdb/node-api";
import {type CanonicalTable, contract} from "../../study/contract.js";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Study} from "../../study/readStudy.js";

const template = (name: string, parts: Record<string, string>): string =>
  fillTemplate(new URL(`./sql/${name}.sql`, import.meta.url), parts);

export async function profileTables(connection: DuckDBConnection, study: Study): Promise<void> {
  for (const table of study.tables) {
    const {columns, key, measures: declared}: CanonicalTable = contract[table];
    const place = `canonical.${identifier(table)}`;
    const has = (column: string): string => (Object.hasOwn(columns, column) ? identifier(column) : "NULL");
    const parts = {table: place, year: has("fiscal_year"), unit: has("department_id")};
    await connection.run(template("profile_table", parts), {table});
    const measures = study.measures.flatMap((one) => (declared && one.table === table ? [one.name] : []));
    const numbers = Object.entries(columns).flatMap(([name, {type}]) =>
      (type === "integer" || type === "number") && !key.includes(name) ? [name] : []
    );
    for (const column of [...numbers, ...measures])
      await connection.run(template("profile_column", {table: place, column: identifier(column)}), {table, column});
  }
}
