import {copyFile, mkdir, readFile, readdir, rename, rm} from "node:fs/promises";
import {dirname, join} from "node:path";

/**
 * Makes a folder hold what another does: a file that differs is replaced in one step, one that is the same is not touched,
 * one that is not there any more goes. What a test keeps stays, for instance a cache.
 */
export async function mirrorFolder(
  from: string,
  to: string,
  {keep = () => false}: {readonly keep?: (path: string) => boolean} = {}
): Promise<void> {
  const files = await filesIn(from);
  for (const file of files) {
    const [next, old] = [await readFile(join(from, file)), await readFile(join(to, file)).catch(() => null)];
    if (old?.equals(next)) continue;
    await mkdir(dirname(join(to, file)), {recursive: true});
    await copyFile(join(from, file), join(to, `${file}.next`));
    await rename(join(to, `${file}.next`), join(to, file));
  }
  const present = new Set(files);
  for (const file of await filesIn(to)) if (!present.has(file) && !keep(file)) await rm(join(to, file));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
