/**
 * Bundles and data are no work for Framework, which would parse each bundle twice and walk it three times, and would have to
 * run again for each changed figure: while it runs, a line stands in the place of each file that a page loads, and the pages
 * then lead to the file by the name that Framework gives to one of its text. What a bundle is in parts of has the names that
 * the bundler gave.
 */
import {createHash} from "node:crypto";
import {mkdir, readFile, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {BundledFile} from "./bundledFiles.js";

export interface HeldModule extends BundledFile {
  readonly text: string;
}

/** A file of data, by its place under the root. */
export interface HeldData {
  readonly place: string;
  readonly text: string;
}

interface RenamedFile {
  readonly name: string;
  /** what a page preloads with a module */
  readonly parts?: readonly string[];
  /** of a file of data, in bytes */
  readonly size?: number;
}

/** By what pages call a file, what it is called now. */
export type RenamedFiles = ReadonlyMap<string, RenamedFile>;

export async function holdModules(root: string, files: readonly BundledFile[]): Promise<HeldModule[]> {
  const held: HeldModule[] = [];
  for (const file of files) {
    const path = join(root, file.place);
    held.push({...file, text: await readFile(path, "utf8")});
    await (file.isEntry ? writeFile(path, moduleAt(file.place)) : rm(path));
  }
  return held;
}

export async function holdData(root: string, files: readonly HeldData[]): Promise<void> {
  for (const {place} of files) {
    await mkdir(dirname(join(root, place)), {recursive: true});
    await writeFile(join(root, place), dataAt(place));
  }
}

/** Puts files into a built site; modules have places under the site's modules, data under its files. */
export async function putFiles(
  dist: string,
  {modules = [], data = []}: {readonly modules?: readonly HeldModule[]; readonly data?: readonly HeldData[]}
): Promise<RenamedFiles> {
  const renamed = new Map<string, RenamedFile>();
  for (const {place, isEntry, parts, text} of modules) {
    const name = isEntry ? moduleName(place, text) : place;
    if (isEntry) {
      const before = moduleName(place, moduleAt(place));
      await rm(join(dist, "_import", before));
      renamed.set(before, {name, parts});
    }
    await mkdir(join(dist, "_import", dirname(name)), {recursive: true});
    await writeFile(join(dist, "_import", name), text);
  }
  for (const {place, text} of data) {
    const before = dataName(place, dataAt(place));
    // a site has what its pages load
    if (!(await stat(join(dist, "_file", before)).catch(() => null))) continue;
    const name = dataName(place, text);
    renamed.set(before, {name, size: Buffer.byteLength(text)});
    await rm(join(dist, "_file", before));
    await writeFile(join(dist, "_file", name), text);
  }
  return renamed;
}

/** a file's name, and its size where Framework says it */
const loaded = /(?<=_(?:import|file)\/)([\w./-]+)(?:(","lastModified":\d+,"size":)\d+)?/g;
const preloaded = /\n<link rel="modulepreload" href="([^"]*_import\/)([^"]+)">/g;

/** A page with its files' names and sizes as they are now, and the parts of its modules among what it loads at once. */
export function leadToFiles(page: string, renamed: RenamedFiles): string {
  if (renamed.size === 0) return page;
  const begun = new Set<string>();
  const line = (modules: string, place: string): string => {
    if (begun.has(place)) return "";
    begun.add(place);
    return `\n<link rel="modulepreload" href="${modules}${place}">`;
  };
  const loading = page.replaceAll(preloaded, (_, modules: string, place: string) =>
    [place, ...(renamed.get(place)?.parts ?? [])].map((each) => line(modules, each)).join("")
  );
  return loading.replaceAll(loaded, (whole, before: string, sized: string | undefined) => {
    const now = renamed.get(before);
    if (!now) return whole;
    return sized === undefined ? now.name : `${now.name}${sized}${now.size}`;
  });
}

const moduleAt = (place: string): string => `export {}; // ${place}\n`;
const dataAt = (place: string): string => `${JSON.stringify({place})}\n`;

/** Framework's `getModuleHash` and `applyHash`, of a module without imports. */
const moduleName = (place: string, text: string): string => hashed(place, digest(digest(text)));

/** Its `applyHash`, of a file. */
const dataName = (place: string, text: string): string => hashed(place, digest(text));

const hashed = (place: string, hash: string): string => place.replace(/\.(\w+)$/, `.${hash.slice(0, 8)}.$1`);

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
