import {createHash} from "node:crypto";
import {mkdir, readFile, readdir, rename, rm, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {ReleasedTable} from "../../src/released/table.js";
import {printReleased, type Released} from "../disclosure/released.js";
import type {StudyRelease} from "../release/releaseStudy.js";
import {bundleNotebook} from "./bundleNotebook.js";
import {dataVersion} from "../release/dataVersion.js";
import {linkFolder} from "./linkFolder.js";
import {docstrings} from "./docstrings.js";

/** Where the runtime of notebooks stands, under a site or a stage's root. */
export const runtimeFolder = "notebooks/runtime";
const shelf = ".longview/notebook-runtime";
const project = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Puts beside the pages what runs notebooks in a browser: the modules, the released tables, what an editor completes.
 *
 * @param shipped  notebooks of the study by name, as files of Notebook Kit
 */
export async function stageNotebooks(
  release: StudyRelease,
  root: string,
  shipped: Readonly<Record<string, string>> = {}
): Promise<void> {
  const folder = join(root, runtimeFolder);
  await linkFolder(await bundledNotebook(), folder);
  for (const [name, text] of Object.entries(await besideRuntime(release, shipped)))
    await writeFile(join(folder, name), text);
}

/** The files beside the runtime, by name: what was published, the notebooks that ship, what an editor completes. */
export async function besideRuntime(
  release: StudyRelease,
  shipped: Readonly<Record<string, string>> = {}
): Promise<Record<string, string>> {
  return {
    "tables.json": printTables(release),
    "shipped.json": JSON.stringify(shipped),
    "help.json": JSON.stringify({docs: await docstrings(), tables: columnsOf(release)})
  };
}

/** The bundle of this code, made once for the same code and the same lockfile. */
export async function bundledNotebook(): Promise<string> {
  const folder = join(shelf, await notebookCode());
  if (await stat(folder).catch(() => null)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, {recursive: true});
  await bundleNotebook(draft);
  // another study's build may have made it meanwhile
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, {recursive: true, force: true});
    if (!(await stat(folder).catch(() => null))) throw error;
  });
  const others = (await readdir(shelf)).filter((name) => !join(shelf, name).startsWith(folder));
  for (const old of others) await rm(join(shelf, old), {recursive: true, force: true});
  return folder;
}

/** A hash of the code that notebooks run with. */
export async function notebookCode(): Promise<string> {
  const hash = createHash("sha256");
  const files = ["package-lock.json", "loaders/site/bundleNotebook.ts"];
  for (const place of ["src", "loaders/estimate"]) {
    const names = await readdir(join(project, place), {recursive: true});
    for (const one of names.filter((name) => name.endsWith(".ts")).map((name) => join(place, name))) files.push(one);
  }
  for (const file of files.toSorted()) hash.update(file).update(await readFile(join(project, file)));
  return hash.digest("hex").slice(0, 12);
}

/** What was published, as notebooks read it. */
export function printTables(release: StudyRelease): string {
  const {study} = release.report.value;
  const tables = Array.from(release.tables, ([name, table]) => `${JSON.stringify(name)}:${printReleased(table)}`);
  return `{"version":${JSON.stringify(dataVersion(release))},"study":${JSON.stringify(study)},"tables":{${tables.join(",")}}}`;
}

function columnsOf({tables}: {tables: ReadonlyMap<string, Released<ReleasedTable>>}): Record<string, string[]> {
  return Object.fromEntries(Array.from(tables, ([name, {value}]) => [name, Object.keys(value.rows[0] ?? {})]));
}
