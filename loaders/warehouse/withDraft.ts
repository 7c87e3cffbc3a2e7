import {mkdtemp, rm, stat} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {isNoRoom} from "../study/isNoRoom.js";
import {privateFolder} from "../study/privateFolder.js";
import type {Study} from "../study/readStudy.js";
import {openSession} from "./openSession.js";

/** In bytes of raw files: below it, threads wait for one another longer than they save. */
const worthThreads = 64e6;

/** What a build may hold in memory before it spills into its scratch folder. */
const memoryLimit = "3GB";

const noRoom =
  "the warehouse could not be written: the disk is full, or a file would be larger than it may be; make room in .longview and run it again";

/**
 * Fills a database in a folder of its own, which is removed afterwards whatever happens.
 *
 * @param folder  where its own is made
 * @param keep    takes the database's file away, once it is closed
 */
export async function withDraft<T>(
  study: Study,
  folder: string,
  fill: (connection: DuckDBConnection, scratch: string) => Promise<T>,
  keep: (draft: string) => Promise<void> = async () => undefined
): Promise<T> {
  await privateFolder(folder);
  const scratch = await mkdtemp(join(folder, `building-${process.pid}-`));
  try {
    const draft = join(scratch, "draft.duckdb");
    const limits = {memory_limit: memoryLimit, temp_directory: join(scratch, "spill")};
    const threads = (await bytesOf(study)) < worthThreads && {threads: "1"};
    const {instance, connection} = await openSession(study, draft, {...limits, ...threads});
    let filled: T;
    try {
      filled = await fill(connection, scratch);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
    await keep(draft);
    return filled;
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
