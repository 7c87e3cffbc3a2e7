/**
 * Bundles are no work for Framework, which would parse each twice and walk it three times: while it runs, a line stands in
 * the place of each module that a page imports, and the pages then lead to the module by the name that Framework gives to
 * one of its text. What a bundle is in parts of has the names that the bundler gave.
 */
import {createHash} from "node:crypto";
import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {BundledFile} from "./bundledFiles.js";

export interface HeldModule extends BundledFile {
  readonly text: string;
}

/** By what pages call a module, the name that it has now, and the parts that a page preloads with it. */
export type RenamedModules = ReadonlyMap<string, {readonly name: string; readonly parts: readonly string[]}>;

export async function holdModules(root: string, files: readonly BundledFile[]): Promise<HeldModule[]> {
  const held: HeldModule[] = [];
  for (const file of files) {
    const path = join(root, file.place);
    held.push({...file, text: await readFile(path, "utf8")});
    await (file.isEntry ? writeFile(path, standIn(file.place)) : rm(path));
  }
  return held;
}

/** Puts the modules into a built site; what is returned has places under the site's modules. */
export async function putModules(dist: string, held: readonly HeldModule[]): Promise<RenamedModules> {
  const renamed = new Map<string, {readonly name: string; readonly parts: readonly string[]}>();
  for (const {place, isEntry, parts, text} of held) {
    const name = isEntry ? nameOf(place, text) : place;
    if (isEntry) {
      const before = nameOf(place, standIn(place));
      await rm(join(dist, "_import", before));
      renamed.set(before, {name, parts});
    }
    await mkdir(join(dist, "_import", dirname(name)), {recursive: true});
    await writeFile(join(dist, "_import", name), text);
  }
  return renamed;
}

const preloaded = /\n<link rel="modulepreload" href="([^"]*_import\/)([^"]+)">/g;

/** A page with its modules' names as they are now, and their parts among what it loads at once. */
export function leadToModules(page: string, renamed: RenamedModules): string {
  const begun = new Set<string>();
  const line = (modules: string, place: string): string => {
    if (begun.has(place)) return "";
    begun.add(place);
    return `\n<link rel="modulepreload" href="${modules}${place}">`;
  };
  const loading = page.replaceAll(preloaded, (_, modules: string, place: string) =>
    [place, ...(renamed.get(place)?.parts ?? [])].map((each) => line(modules, each)).join("")
  );
  return [...renamed].reduce((text, [before, {name}]) => text.replaceAll(before, name), loading);
}

const standIn = (place: string): string => `export {}; // ${place}\n`;

/** Framework's `getModuleHash` and `applyHash`, of a module without imports. */
function nameOf(place: string, text: string): string {
  return `${place.replace(/\.js$/, "")}.${digest(digest(text)).slice(0, 8)}.js`;
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
