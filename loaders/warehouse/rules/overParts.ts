import type {DuckDBConnection} from "@duckdb/node-api";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Study} from "../../study/readStudy.js";

const keepRows = new URL("./sql/keep_rows.sql", import.meta.url);

export interface Parts {
  /** SQL, for a raw file by its name: which rows of it a mapping is to see */
  readonly kept: (file: string) => string;
}

/** Asks something while the names of raw files stand for a part of their rows, as a mapping names them. */
export async function overParts<T>(
  connection: DuckDBConnection,
  {resources}: Pick<Study, "resources">,
  {kept}: Parts,
  ask: () => Promise<T>
): Promise<T> {
  await connection.run("CREATE SCHEMA IF NOT EXISTS parts");
  for (const {name} of resources)
    await connection.run(fillTemplate(keepRows, {resource: identifier(name), kept: kept(name)}));
  await connection.run("SET search_path = 'parts'");
  try {
    return await ask();
  } finally {
    await connection.run("RESET search_path");
    await connection.run("DROP SCHEMA parts CASCADE");
  }
}
