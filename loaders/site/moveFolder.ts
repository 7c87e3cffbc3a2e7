import {cp, mkdir, readdir, rename, rm} from "node:fs/promises";
import {dirname, join, relative} from "node:path";

/** what a folder is called while it is copied */
export const draftEnding = ".draft";

/**
 * Moves a folder to a place where nothing is, so that it is there whole or not at all: from another disk it is copied beside
 * its place first.
 */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    const draft = to + draftEnding;
    await rm(draft, {recursive: true, force: true});
    await cp(from, draft, {recursive: true, preserveTimestamps: true});
    await rename(draft, to);
    await rm(from, {recursive: true, force: true});
  }
}

/** Moves the files of a folder to their places in another on the same disk. */
export async function moveFiles(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const place = join(to, relative(from, entry.parentPath), entry.name);
    await mkdir(dirname(place), {recursive: true});
    await rename(join(entry.parentPath, entry.name), place);
  }
}
