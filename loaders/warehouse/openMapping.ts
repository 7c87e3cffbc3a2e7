import {readFile} from "node:fs/promises";
import type {DuckDBConnection} from "@duckdb/node-api";
import {contract, type TableName} from "../study/contract.js";
import type {Study} from "../study/readStudy.js";
import {StudyError} from "../study/studyError.js";
import {failMapping} from "./mappingFault.js";
import {type ReadMapping, readMapping} from "./rules/readMapping.js";

export interface Mapping extends ReadMapping {
  /** from the study's folder */
  readonly file: string;
  /** its SELECT, to be put into another */
  readonly statement: string;
  /** of its result, in their order */
  readonly columns: readonly string[];
}

/** A study's mappings by the canonical table that each makes. */
export type Mappings = ReadonlyMap<TableName, Mapping>;

/**
 * A study's mapping of a canonical table, read once its raw files are staged; undefined where the table has none.
 *
 * @throws {StudyError} if the database can't run it, or if it reads what is no raw file of the study
 */
export async function openMapping(
  connection: DuckDBConnection,
  {mappings, resources}: Study,
  table: TableName
): Promise<Mapping | undefined> {
  const path = mappings.get(table);
  if (path === undefined) return undefined;
  const file = `sql/${table}.sql`;
  const text = await readFile(path, "utf8");
  const statement = text.replace(/;\s*(--[^\n]*\s*)*$/, "");
  const columns = await columnsOf(connection, statement).catch((error: unknown) =>
    failMapping(file, error, "while it was prepared; one SELECT is expected and nothing else")
  );
  const mapping = await readMapping(connection, text, resources, contract[table].key);
  if (mapping.refused.length > 0)
    throw new StudyError(
      mapping.refused.map((reason) => ({file, ...reason})),
      "a mapping reads what it may not"
    );
  return {file, statement, columns, ...mapping};
}

async function columnsOf(connection: DuckDBConnection, statement: string): Promise<string[]> {
  await connection.run("SET search_path = 'staged'");
  try {
    const prepared = await connection.prepare(statement);
    return Array.from({length: prepared.columnCount}, (_, i) => prepared.columnName(i));
  } finally {
    await connection.run("RESET search_path");
  }
}
