/**
 * The warehouse of a study: a DuckDB file that is built once for each state of the study's files and of the code that
 * reads them, and opened read-only from then on. A build that fails leaves nothing behind.
 */
import {chmod, mkdtemp, readdir, rename, rm, stat} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import type {Study} from "../study/readStudy.js";
import {clearAbandoned, warehouses} from "../study/clearAbandoned.js";
import {sayFaults} from "../study/databaseFault.js";
import {isNoRoom} from "../study/isNoRoom.js";
import {privateFolder} from "../study/privateFolder.js";
import {buildWarehouse} from "./buildWarehouse.js";
import {checkTables} from "./rules/checkTables.js";
import {type Warehouse, warehouseOf} from "./warehouse.js";
import {nameInputs, refuseChanged, type WarehouseInputs, warehouseInputs} from "./warehouseInputs.js";

export interface WarehouseFile extends Warehouse {
  readonly file: string;
}

const settings = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  allow_community_extensions: "false"
};

/** In bytes of raw files: below it, threads wait for one another longer than they save. */
const worthThreads = 64e6;

/** What a build may hold in memory before it spills into its scratch folder. */
const memoryLimit = "3GB";

/** @throws {StudyError} if the study's data break a rule */
export async function openWarehouse(study: Study, cache = warehouses): Promise<WarehouseFile> {
  const folder = resolve(cache, study.name);
  await clearAbandoned(cache);
  const inputs = await warehouseInputs(study);
  const file = join(folder, `${nameInputs(inputs)}.duckdb`);
  if (!(await stat(file).catch(() => null))) await build(study, inputs, file);
  const instance = await DuckDBInstance.create(file, {...settings, access_mode: "READ_ONLY", threads: "1"});
  const connection = await instance.connect();
  await setSession(connection, study);
  return {file, ...warehouseOf(instance, connection)};
}

async function build(study: Study, inputs: WarehouseInputs, file: string): Promise<void> {
  const folder = dirname(file);
  await privateFolder(folder);
  const scratch = await mkdtemp(join(folder, `building-${process.pid}-`));
  try {
    const draft = join(scratch, "draft.duckdb");
    const spill = join(scratch, "spill");
    const limits = {memory_limit: memoryLimit, temp_directory: spill};
    const threads = (await bytesOf(study)) < worthThreads && {threads: "1"};
    const instance = await DuckDBInstance.create(draft, {...settings, ...limits, ...threads});
    const connection = await instance.connect();
    try {
      await setSession(connection, study);
      await connection.run(countProgress);
      await buildWarehouse(connection, study, scratch);
      await checkTables(connection, study);
      // closing writes it too, and says nothing where the disk is full
      await connection.run("FORCE CHECKPOINT");
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
    refuseChanged(inputs, await warehouseInputs(study));
    for (const old of await readdir(folder)) {
      if (old.endsWith(".duckdb")) await rm(join(folder, old), {force: true});
    }
    await chmod(draft, 0o600);
    await rename(draft, file);
  } catch (error) {
    throw isNoRoom(error) ? new Error(noRoom, {cause: error}) : error;
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}

async function bytesOf({folder, resources}: Study): Promise<number> {
  const sizes = resources.map(async ({path}) => (await stat(join(folder, path)).catch(() => null))?.size ?? 0);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Has the database count how far it is, without a bar of its own. */
const countProgress = "SET enable_progress_bar = true; SET enable_progress_bar_print = false;";

const noRoom =
  "the warehouse could not be written: the disk is full, or a file would be larger than it may be; make room in .longview and run it again";

async function setSession(connection: DuckDBConnection, study: Study): Promise<void> {
  await connection.run(sayFaults);
  await connection.run("SET TimeZone = $zone", {zone: study.timeZone});
}
