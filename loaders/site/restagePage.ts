import {access, readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Marks} from "../../src/components/parts/mark.js";
import {writeWhole} from "../study/writeWhole.js";
import {turnImports} from "./bundleComponents.js";
import {fillMarks} from "./fillMarks.js";
import {keepFor} from "./keepFor.js";
import {makeNotebooks} from "./notebooks/studyNotebooks.js";
import {enliven, pointToRuntime} from "./pageParts.js";
import {frontMatter, type Page} from "./pages.js";
import {isBehind, withNotice} from "./staged.js";
import {runtimeFolder} from "./stageNotebooks.js";

/** What a stage keeps so that a page alone can be staged anew: what stands at the marks, the pages' heads. */
export interface StageMemory {
  readonly marks: Marks;
  readonly heads: Readonly<Record<string, string>>;
  /** the tables and findings that the study has */
  readonly has: readonly string[];
}

export const memoryFile = "memory.json";

/** What of a page decides more than the page itself. */
export function headOf(markdown: string): string {
  return JSON.stringify(frontMatter(markdown.replaceAll(/@\{[^}]*\}/g, "mark")));
}

/**
 * Stages a page whose words or code have changed, from what the whole stage left behind. One that says that it is behind goes
 * on saying it: its numbers are as they were.
 *
 * @returns whether that is enough: not for a new page, one with another head, or one that draws with other components
 */
export async function restagePage(page: Page, stage: string): Promise<boolean> {
  const {marks, heads, has: held} = JSON.parse(await readFile(join(stage, memoryFile), "utf8")) as StageMemory;
  const {file} = page;
  if (heads[file] !== headOf(page.markdown)) return false;
  const {pages, shipped, left} = makeNotebooks([page], (one) => ({
    ...one,
    markdown: enliven(
      fillMarks(
        keepFor(one.markdown, (need) => held.includes(need)),
        marks,
        file
      ),
      one
    )
  }));
  for (const line of left) process.stderr.write(`${line}\nThe page stays as it was.\n`);
  for (const one of pages) {
    if (one.markdown.includes("longview:notebooks")) return false;
    const turned = turnImports(one);
    if (turned.bundle !== "" && !(await has(join(stage, "src/components", `${turned.bundle}.js`)))) return false;
    const place = join(stage, "src", file);
    const made = pointToRuntime(turned.page, {preview: true});
    const behind = isBehind(await readFile(place, "utf8"));
    await writeWhole(place, behind ? withNotice(made) : made);
    await ship(shipped, join(stage, "src", runtimeFolder, "shipped.json"));
  }
  return true;
}

async function ship(changed: Readonly<Record<string, string>>, file: string): Promise<void> {
  if (Object.keys(changed).length === 0) return;
  const before = JSON.parse(await readFile(file, "utf8")) as object;
  await writeWhole(file, JSON.stringify({...before, ...changed}));
}

const has = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false
  );
