/**
 * What is made of code alone is made once for the same code, the same lockfile and what is asked of it, and kept: to make it
 * takes longer than most of what else a build does where only data have changed.
 */
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {mkdir, readdir, rename, rm, stat} from "node:fs/promises";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The folder of a bundle, made where it is not there.
 *
 * @param shelf  where bundles of this kind are kept, so many of them
 * @param name     of the code and of what is asked
 * @param isWhole  whether what is kept may be used: else it is made again
 */
export async function keptBundle(
  shelf: string,
  name: string,
  make: (folder: string) => Promise<void>,
  {most, isWhole = async () => true}: {readonly most: number; readonly isWhole?: (folder: string) => Promise<boolean>}
): Promise<string> {
  const folder = join(shelf, name);
  if (await isThere(folder)) {
    if (await isWhole(folder)) return folder;
    await rm(folder, {recursive: true, force: true});
  }
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, {recursive: true});
  await make(draft);
  // another study's build may have made it meanwhile
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, {recursive: true, force: true});
    if (!(await isThere(folder))) throw error;
  });
  await forgetOld(shelf, folder, most);
  return folder;
}

/** A hash of code by its places in the project, folders whole, with what is asked of it. */
export async function codeHash(places: readonly string[], asked: unknown = null): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(asked));
  const files: string[] = [];
  for (const place of places) {
    const found = place.includes(".") ? [place] : await codeIn(place);
    for (const file of found) files.push(file);
  }
  // hundreds of small files: waiting for each would take longer than reading them
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(project, file)));
  return hash.digest("hex").slice(0, 12);
}

async function codeIn(place: string): Promise<string[]> {
  const names = await readdir(join(project, place), {recursive: true});
  return names.filter((name) => name.endsWith(".ts")).map((name) => join(place, name));
}

const isThere = (place: string): Promise<unknown> => stat(place).catch(() => null);

/** milliseconds after which what another process is making is none of its any more */
const abandoned = 86_400_000;

async function forgetOld(shelf: string, present: string, most: number): Promise<void> {
  const names = (await readdir(shelf)).filter((name) => !name.startsWith(basename(present)));
  const dated = await Promise.all(
    names.map(async (name) => ({name, at: (await stat(join(shelf, name)).catch(() => null))?.mtimeMs ?? 0}))
  );
  const isDraft = ({name}: {readonly name: string}): boolean => name.includes(".");
  const old = [
    ...dated.filter((one) => isDraft(one) && one.at < Date.now() - abandoned),
    ...dated
      .filter((one) => !isDraft(one))
      .toSorted((a, b) => b.at - a.at)
      .slice(most - 1)
  ];
  for (const {name} of old) await rm(join(shelf, name), {recursive: true, force: true});
}
