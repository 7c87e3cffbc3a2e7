import {DuckDBInstance, type DuckDBValue} from "@duckdb/node-api";
import type {Study} from "../study/readStudy.js";
import {openWarehouse} from "../warehouse/openWarehouse.js";

export interface LabQueries {
  /** the first rows of an answer, and whether there were more */
  ask(sql: string, values: readonly unknown[]): Promise<{rows: Record<string, unknown>[]; more: boolean}>;
  close(): void;
}

/** as many as a notebook can show and draw */
const most = 100_000;
/** in milliseconds */
const patience = 60_000;

/** A study's warehouse for a steward's own questions: nothing can be written, no other file or address be opened. */
export async function labQueries(study: Study): Promise<LabQueries> {
  const {file, close} = await openWarehouse(study);
  close();
  const settings = {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    access_mode: "READ_ONLY"
  };
  const instance = await DuckDBInstance.create(file, {...settings, threads: "2"});
  const connection = await instance.connect();
  await connection.run("SET TimeZone = $zone", {zone: study.timeZone});
  await connection.run("SET search_path = 'main,canonical,mart'").catch(() => undefined);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  return {
    async ask(sql, values) {
      const late = setTimeout(() => connection.interrupt(), patience);
      try {
        const statement = await connection.prepare(sql);
        statement.bind(values as DuckDBValue[]);
        const reader = await statement.streamAndReadUntil(most + 1);
        const rows = reader.getRowObjectsJson() as Record<string, unknown>[];
        const numeric = new Set(
          reader.columnNames().filter((_, i) => /INT|DECIMAL/.test(reader.columnTypes()[i]?.toString() ?? ""))
        );
        return {rows: rows.slice(0, most).map((row) => withNumbers(row, numeric)), more: rows.length > most};
      } finally {
        clearTimeout(late);
      }
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

/** Large whole numbers and decimals come as text. */
function withNumbers(row: Record<string, unknown>, numeric: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      name,
      numeric.has(name) && typeof cell === "string" ? Number(cell) : cell
    ])
  );
}
