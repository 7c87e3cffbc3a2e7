import {cp, rename, rm} from "node:fs/promises";

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
