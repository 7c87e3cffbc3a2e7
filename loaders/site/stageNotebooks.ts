import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {ReleasedTable} from "../../src/released/table.js";
import {printReleased, type Released} from "../disclosure/released.js";
import type {StudyRelease} from "../release/releaseStudy.js";
import {bundleNotebook} from "./bundleNotebook.js";
import {dataVersion} from "../release/dataVersion.js";
import {codeHash, keptBundle} from "./keptBundle.js";
import {linkFolder} from "./linkFolder.js";
import {docstrings} from "./docstrings.js";

/** Where the runtime of notebooks stands, under a site or a stage's root. */
export const runtimeFolder = "notebooks/runtime";
const shelf = ".longview/notebook-runtime";

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

/** The folder of what runs notebooks. */
export async function bundledNotebook(): Promise<string> {
  return keptBundle(shelf, await notebookCode(), bundleNotebook, {most: 1});
}

/** A hash of the code that notebooks run with. */
export const notebookCode = (): Promise<string> =>
  codeHash([
    "package-lock.json",
    "loaders/site/bundleNotebook.ts",
    "loaders/site/oneLanguage.ts",
    "src",
    "loaders/estimate"
  ]);

/** What was published, as notebooks read it. */
export function printTables(release: StudyRelease): string {
  const {study} = release.report.value;
  const tables = Array.from(release.tables, ([name, table]) => `${JSON.stringify(name)}:${printReleased(table)}`);
  return `{"version":${JSON.stringify(dataVersion(release))},"study":${JSON.stringify(study)},"tables":{${tables.join(",")}}}`;
}

function columnsOf({tables}: {tables: ReadonlyMap<string, Released<ReleasedTable>>}): Record<string, string[]> {
  return Object.fromEntries(Array.from(tables, ([name, {value}]) => [name, Object.keys(value.rows[0] ?? {})]));
}
