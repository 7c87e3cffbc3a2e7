import {readFile} from "node:fs/promises";
import type {DuckDBConnection, DuckDBInstance, DuckDBValue} from "@duckdb/node-api";

export interface Warehouse {
  /** Runs one of the repository's SQL files; values are bound by name. Rows are plain objects. */
  query<Row>(file: URL, values?: Readonly<Record<string, DuckDBValue>>): Promise<Row[]>;
  close(): void;
}

/** A database that is filled, as what reads it sees it. */
export function warehouseOf(instance: DuckDBInstance, connection: DuckDBConnection): Warehouse {
  return {
    async query<Row>(sql: URL, values: Readonly<Record<string, DuckDBValue>> = {}) {
      const result = await connection.runAndReadAll(await readFile(sql, "utf8"), {...values});
      return result.getRowObjectsJS() as Row[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
}
