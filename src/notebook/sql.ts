/** DuckDB in the browser over the released tables: from our own files, with no way out. */
import type {AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import {AsyncDuckDB, VoidLogger} from "@duckdb/duckdb-wasm";
import {columnsOf} from "./columnsOf.js";
import {makingTable, type NamedColumn} from "./makingTable.js";
import {show} from "./show.js";
import {tablesNamed} from "./tablesNamed.js";

interface Database {
  readonly connection: AsyncDuckDBConnection;
  readonly tables: ReadonlyMap<string, readonly NamedColumn[]>;
  /** tables that are there, or are being made */
  readonly made: Map<string, Promise<unknown>>;
}

const here = (name: string): string => new URL(name, import.meta.url).href;

async function start(): Promise<Database> {
  // the tables are read while the engine is compiled, which takes most of the time
  const [{published}, connection] = await Promise.all([import("./published.js"), connect()]);
  const columns = Object.entries(published.tables).map(
    ([name, table]) => [name, Object.entries(columnsOf(table))] as const
  );
  return {connection, tables: new Map(columns.filter(([, named]) => named.length > 0)), made: new Map()};
}

async function connect(): Promise<AsyncDuckDBConnection> {
  // a thread made from a blob keeps to the page's policy, one made from an address would have its own
  const script = `importScripts(${JSON.stringify(here("duckdb-worker.js"))});`;
  const worker = new Worker(URL.createObjectURL(new Blob([script], {type: "text/javascript"})));
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  await engine.instantiate(here("duckdb.wasm"));
  await engine.open({query: {castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true}});
  const connection = await engine.connect();
  await connection.query("SET enable_external_access = false; SET lock_configuration = true");
  return connection;
}

/** Makes those of the tables that are not there yet, in one go: each answer from the thread is a wait. */
async function makeTables({connection, tables, made}: Database, names: readonly string[]): Promise<void> {
  const fresh = names.filter((name) => !made.has(name));
  if (fresh.length > 0) {
    const making = connection.query(fresh.map((name) => makingTable(name, tables.get(name)!)).join(";\n"));
    for (const name of fresh) made.set(name, making);
  }
  await Promise.all(names.map((name) => made.get(name)));
}

let started: Promise<Database> | undefined;

/** Starts DuckDB before it is asked, for instance while a first query is written. */
export function warm(): void {
  started ??= start();
}

/**
 * The released tables for SQL cells: db.sql`SELECT ...`, values in ${} are bound.
 * @example db.sql`SELECT fiscal_year, avg(margin) AS margin FROM department_years GROUP BY ALL ORDER BY ALL`
 */
export const db = {
  async sql(strings: readonly string[], ...values: readonly unknown[]): Promise<Record<string, unknown>[]> {
    const database = await (started ??= start());
    const all = [...database.tables.keys()];
    const query = strings.join("?");
    await makeTables(database, tablesNamed(query, all));
    try {
      return await answerTo(database.connection, query, values);
    } catch (error) {
      if (database.made.size === all.length) throw error;
      // so that its message is of all tables
      await makeTables(database, all);
      return answerTo(database.connection, query, values);
    }
  }
};

async function answerTo(
  connection: AsyncDuckDBConnection,
  query: string,
  values: readonly unknown[]
): Promise<Record<string, unknown>[]> {
  const statement = await connection.prepare(query);
  try {
    const answer = await statement.query(...values);
    return answer.toArray().map((row) => (row as {toJSON(): Record<string, unknown>}).toJSON());
  } finally {
    // nobody needs to wait for it
    void statement.close();
  }
}

/** Rows as a table, for pages whose cells show values in another way. */
export function shown(rows: readonly object[]): HTMLElement | null {
  return show(rows, document);
}
