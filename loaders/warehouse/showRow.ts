import {mkdtemp, rm} from "node:fs/promises";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {ingestStudy} from "../ingest/ingestStudy.js";
import {AskedWrongly} from "../study/askedWrongly.js";
import {warehouses} from "../study/clearAbandoned.js";
import {fillTemplate} from "../study/fillTemplate.js";
import {privateFolder} from "../study/privateFolder.js";
import {identifier} from "../study/quote.js";
import type {Study} from "../study/readStudy.js";
import {createCanonical, fillCanonical} from "./buildCanonical.js";

const rowSql = new URL("./sql/show_row.sql", import.meta.url);

/** A row of a canonical table as its mapping gives it, though it breaks the contract: for whoever has the files. */
export async function showRow(study: Study, asked: string): Promise<Readonly<Record<string, unknown>>> {
  const [, name, row] = /^(\w+):(\d+)$/.exec(asked) ?? [];
  const table = study.tables.find((one) => one === name);
  if (!table || row === undefined)
    throw new AskedWrongly(
      `invalid row; not TABLE:NUMBER with a table of the study: ${asked}; there are ${study.tables.join(", ")}`
    );
  const scratch = await mkdtemp(join(await privateFolder(join(warehouses, study.name)), `building-${process.pid}-`));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = $zone", {zone: study.timeZone});
    await ingestStudy(connection, study, scratch);
    await connection.run("SET enable_external_access = false");
    await createCanonical(connection, study);
    await fillCanonical(connection, study, table);
    const read = await connection.runAndReadAll(fillTemplate(rowSql, {table: `canonical.${identifier(table)}`, row}));
    const [found] = read.getRowObjectsJson();
    if (!found) throw new AskedWrongly(`invalid row; ${table} has none of this number: ${row}`);
    return found;
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(scratch, {recursive: true, force: true});
  }
}
