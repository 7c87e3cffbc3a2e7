import {readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {isRunning} from "./isRunning.js";

/** where the warehouses of all studies are, a folder each */
export const warehouses = ".longview/warehouse";

/** Folders of builds that were killed hold raw data, so none stays, of any study, whether or not there is anything to build now. */
export async function clearAbandoned(cache = warehouses): Promise<void> {
  for (const study of await namesIn(cache)) {
    for (const name of await namesIn(join(cache, study))) {
      const builder = /^building-(\d+)-/.exec(name)?.[1];
      if (builder && !isRunning(Number(builder))) await rm(join(cache, study, name), {recursive: true, force: true});
    }
  }
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
