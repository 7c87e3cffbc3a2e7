/**
 * Modules that import nothing are no work for Framework, which would parse them twice and walk them three times: while it
 * runs, a line stands in the place of each, and the pages then lead to the module by the name that Framework would give it.
 */
import {createHash} from "node:crypto";
import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";

/** By place under the root, without its ending: the text of a module. */
export type HeldModules = ReadonlyMap<string, string>;

/** @param modules  such as import nothing and load no file */
export async function holdModules(root: string, modules: readonly string[]): Promise<HeldModules> {
  const held = new Map<string, string>();
  for (const module of modules) {
    const file = join(root, `${module}.js`);
    held.set(module, await readFile(file, "utf8"));
    await writeFile(file, standIn(module));
  }
  return held;
}

/**
 * Puts the modules into a built site.
 *
 * @returns what pages call each, and what it is called now, by their places under the site's modules
 */
export async function putModules(dist: string, held: HeldModules): Promise<ReadonlyMap<string, string>> {
  const renamed = new Map<string, string>();
  for (const [module, text] of held) {
    const [before, after] = [nameOf(module, standIn(module)), nameOf(module, text)];
    await rm(join(dist, "_import", before));
    await mkdir(join(dist, "_import", dirname(after)), {recursive: true});
    await writeFile(join(dist, "_import", after), text);
    renamed.set(before, after);
  }
  return renamed;
}

const standIn = (module: string): string => `export {}; // ${module}\n`;

/** Framework's `getModuleHash` and `applyHash`, of a module without imports. */
function nameOf(module: string, text: string): string {
  return `${module}.${digest(digest(text)).slice(0, 8)}.js`;
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
