import {rename, rm, writeFile} from "node:fs/promises";

/**
 * Writes a file beside its place and puts it there at once, so that the one that is there is whole, wherever writing is
 * cut off: by a kill, or by a disk that is full.
 */
export async function writeWhole(file: string, text: string, {mode}: {readonly mode?: number} = {}): Promise<void> {
  const draft = `${file}.next`;
  try {
    await writeFile(draft, text, {mode});
    await rename(draft, file);
  } catch (error) {
    await rm(draft, {force: true}).catch(() => {});
    throw error;
  }
}
