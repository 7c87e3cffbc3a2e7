/**
 * One read of a PostgreSQL server, or of an engine that speaks its protocol: every query of a session sees one snapshot
 * (repeatable read, read only), under a role that can't write. Values come as the server prints them.
 */
import {Client, type QueryArrayResult} from "pg";
import {StudyError} from "../../study/studyError.js";
import {serverError} from "./serverError.js";

export interface Database {
  /** rows of a SELECT, as texts, in batches; the columns' type ids come first */
  ask(sql: string, at: {file: string; seconds: number}): AsyncGenerator<Batch>;
  /** bytes that have come from the server */
  received(): number;
  close(): Promise<void>;
}

export interface Batch {
  readonly names: readonly string[];
  readonly types: readonly number[];
  readonly rows: readonly (readonly (string | null)[])[];
}

const batchRows = 10_000;

/** @throws {StudyError} if the server can't be reached, or the role may write */
export async function openPostgres(dsn: string | undefined, variable: string): Promise<Database> {
  if (!dsn) {
    const remedy = `Set ${variable} to postgresql://role:password@server/database`;
    throw new StudyError([{file: variable, rule: "no address of the database", remedy}], "nothing was fetched");
  }
  const client = new Client({
    connectionString: dsn,
    types: {getTypeParser: () => (text: string) => text},
    connectionTimeoutMillis: 15_000
  });
  // an error between queries reaches the next one, which tells of it
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL datestyle = 'ISO, YMD'");
    await client.query("SET LOCAL extra_float_digits = 1");
    await refuseWriter(client);
  } catch (error) {
    await client.end().catch(() => undefined);
    if (error instanceof StudyError) throw error;
    throw serverError(error, variable);
  }
  return {
    ask: (sql, at) => ask(client, sql, at),
    received: () => (client as unknown as {connection: {stream: {bytesRead: number}}}).connection.stream.bytesRead,
    async close() {
      await client.end().catch(() => undefined);
    }
  };
}

async function refuseWriter(client: Client): Promise<void> {
  const {rows} = await client.query<{may: string}>(
    `SELECT count(*) AS may FROM pg_class
     WHERE relkind IN ('r', 'p', 'f', 'v') AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
       AND has_table_privilege(oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`
  );
  const {rows: roles} = await client.query<{rolsuper: string}>(
    "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
  );
  if (rows[0]?.may === "0" && roles[0]?.rolsuper === "f") return;
  const remedy = "Use a role that can only read: GRANT pg_read_all_data TO it, and nothing else";
  throw new StudyError([{file: "the database", rule: "the role may write", remedy}], "nothing was fetched");
}

async function* ask(
  client: Client,
  sql: string,
  {file, seconds}: {file: string; seconds: number}
): AsyncGenerator<Batch> {
  const array = async (text: string): Promise<QueryArrayResult<(string | null)[]>> =>
    client.query({text, rowMode: "array", queryMode: "extended"} as {text: string; rowMode: "array"});
  try {
    await client.query(`SET LOCAL statement_timeout = '${seconds}s'`);
    await array(`DECLARE extract NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const {fields, rows} = await array(`FETCH FORWARD ${batchRows} FROM extract`);
      yield {names: fields.map(({name}) => name), types: fields.map(({dataTypeID}) => dataTypeID), rows};
      if (rows.length < batchRows) break;
    }
  } catch (error) {
    throw serverError(error, file);
  } finally {
    await client.query("CLOSE extract").catch(() => undefined);
  }
}
