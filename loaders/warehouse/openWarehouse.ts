/**
 * The warehouse of a study: a DuckDB file that is built once for each state of the study's files and of the code that
 * reads them, and opened read-only from then on. A build that fails leaves nothing behind.
 */
import {chmod, readdir, rename, rm, stat} from "node:fs/promises";
import {basename, dirname, join, resolve} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Study} from "../study/readStudy.js";
import {clearAbandoned, warehouses} from "../study/clearAbandoned.js";
import {buildWarehouse} from "./buildWarehouse.js";
import {openSession} from "./openSession.js";
import {checkTables} from "./rules/checkTables.js";
import {type Warehouse, warehouseOf} from "./warehouse.js";
import {withDraft} from "./withDraft.js";
import {nameInputs, refuseChanged, type WarehouseInputs, warehouseInputs} from "./warehouseInputs.js";

export interface WarehouseFile extends Warehouse {
  readonly file: string;
}

/** @throws {StudyError} if the study's data break a rule */
export async function openWarehouse(study: Study, cache = warehouses): Promise<WarehouseFile> {
  const folder = resolve(cache, study.name);
  await clearAbandoned(cache);
  const inputs = await warehouseInputs(study);
  const file = join(folder, `${nameInputs(inputs)}.duckdb`);
  if (!(await stat(file).catch(() => null))) await build(study, inputs, file);
  const {instance, connection} = await openSession(study, file, {access_mode: "READ_ONLY", threads: "1"});
  return {file, ...warehouseOf(instance, connection)};
}

async function build(study: Study, inputs: WarehouseInputs, file: string): Promise<void> {
  const folder = dirname(file);
  const fill = async (connection: DuckDBConnection, scratch: string): Promise<void> => {
    await connection.run(countProgress);
    await checkTables(connection, study, await buildWarehouse(connection, study, scratch));
    // closing writes it too, and says nothing where the disk is full
    await connection.run("FORCE CHECKPOINT");
  };
  await withDraft(study, folder, fill, async (draft) => {
    refuseChanged(inputs, await warehouseInputs(study));
    for (const old of await readdir(folder)) {
      // another process may have made this very one meanwhile, and open it
      if (old.endsWith(".duckdb") && old !== basename(file)) await rm(join(folder, old), {force: true});
    }
    await chmod(draft, 0o600);
    await rename(draft, file);
  });
}

/** Has the database count how far it is, without a bar of its own. */
const countProgress = "SET enable_progress_bar = true; SET enable_progress_bar_print = false;";
