/** DuckDB in the browser over the released tables: from our own files, with no way out. */
import type {AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import {AsyncDuckDB, VoidLogger} from "@duckdb/duckdb-wasm";
import {asCsv, readingCsv} from "./asCsv.js";
import {columnsOf} from "./columnsOf.js";
import {show} from "./show.js";

const here = (name: string): string => new URL(name, import.meta.url).href;

/** A thread made from a blob keeps to the page's policy, one made from an address would have its own. */
async function start(): Promise<AsyncDuckDBConnection> {
  const script = `importScripts(${JSON.stringify(here("duckdb-worker.js"))});`;
  const worker = new Worker(URL.createObjectURL(new Blob([script], {type: "text/javascript"})));
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  // the tables are read while the engine is compiled, which takes most of the time
  const [{published}] = await Promise.all([import("./published.js"), engine.instantiate(here("duckdb.wasm"))]);
  await engine.open({query: {castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true}});
  const connection = await engine.connect();
  const tables = Object.entries(published.tables)
    .map(([name, table]) => ({name, file: `${name}.csv`, columns: Object.entries(columnsOf(table))}))
    .filter(({columns}) => columns.length > 0);
  await Promise.all(tables.map(({file, columns}) => engine.registerFileText(file, asCsv(columns))));
  // in one go: each answer from the thread is a wait
  const reading = tables.map(({name, file, columns}) => readingCsv(name, file, columns));
  const closing = ["SET enable_external_access = false", "SET lock_configuration = true"];
  await connection.query([...reading, ...closing].join(";\n"));
  await Promise.all(tables.map(({file}) => engine.dropFile(file)));
  return connection;
}

/** Starts DuckDB before it is asked, for instance while a first query is written. */
export function warm(): void {
  connection ??= start();
}

let connection: Promise<AsyncDuckDBConnection> | undefined;

/**
 * The released tables for SQL cells: db.sql`SELECT ...`, values in ${} are bound.
 * @example db.sql`SELECT fiscal_year, avg(margin) AS margin FROM department_years GROUP BY ALL ORDER BY ALL`
 */
export const db = {
  async sql(strings: readonly string[], ...values: readonly unknown[]): Promise<Record<string, unknown>[]> {
    connection ??= start();
    const statement = await (await connection).prepare(strings.join("?"));
    try {
      const answer = await statement.query(...values);
      return answer.toArray().map((row) => (row as {toJSON(): Record<string, unknown>}).toJSON());
    } finally {
      await statement.close();
    }
  }
};

/** Rows as a table, for pages whose cells show values in another way. */
export function shown(rows: readonly object[]): HTMLElement | null {
  return show(rows, document);
}
