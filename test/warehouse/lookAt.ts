/** What checkTables says of a study whose files are changed. */
import {rm} from "node:fs/promises";
import {afterAll} from "vitest";
import type {ProfileRow} from "../../loaders/release/againstLast.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {crewFiles, crewStudy, type Files} from "./crewStudy.js";

/** removed when the tests are done */
export const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, {recursive: true, force: true});
});

export interface Looked {
  readonly warnings: readonly string[];
  readonly profile: readonly ProfileRow[];
  readonly use: readonly {readonly rule: string; readonly used: boolean; readonly rows: number}[];
}

export async function look(files: Files = {}, study: object = {}): Promise<Looked> {
  const {folder, cache} = await crewStudy(files, study);
  folders.push(folder, cache);
  const warehouse = await openWarehouse(await readStudy(folder), cache);
  try {
    const read = <Row>(path: string): Promise<Row[]> => warehouse.query<Row>(new URL(path, import.meta.url));
    return {
      warnings: (await read<{message: string}>("../../loaders/release/sql/warnings.sql")).map(({message}) => message),
      profile: await read("../../loaders/release/sql/profile.sql"),
      use: await read("row_use.sql")
    };
  } finally {
    warehouse.close();
  }
}

export const text = (file: string): string => crewFiles[file] ?? "";
export const change = (file: string, from: string | RegExp, to: string): Files => ({
  [file]: text(file).replace(from, to)
});

/** A file without some of its lines. */
export const lines = (file: string, keep: (line: string) => boolean): Files => ({
  [file]: text(file)
    .split("\n")
    .filter((line) => line === "" || keep(line))
    .join("\n")
});
