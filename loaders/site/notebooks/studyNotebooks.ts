import {stat} from "node:fs/promises";
import {join} from "node:path";
import type {Page} from "../pages.js";
import {readPages} from "../pages.js";
import {notebookFile} from "../../../src/notebook/notebookFile.js";
import {cellsOf} from "./cellsOf.js";
import {NotebookError, writtenNotebook} from "./writtenNotebook.js";

/** The pages about notebooks themselves. */
const own = new Set(["notebooks/index.md", "notebooks/live.md", "notebooks/reference.md"]);

/** What only a page of the site can load: of such a page no copy can be edited. */
const bound = /\bfrom "\.\.?\/|\bFileAttachment\(|@\{/;

export function isNotebook({file}: Pick<Page, "file">): boolean {
  return file.startsWith("notebooks/") && !own.has(file);
}

/** The notebooks that a study keeps in its own folder, as pages of its site. */
export async function readStudyNotebooks(study: string): Promise<Page[]> {
  const folder = join(study, "notebooks");
  if (!(await stat(folder).catch(() => null))) return [];
  return (await readPages(folder)).map((page) => ({
    ...page,
    file: `notebooks/${page.file}`,
    address: `notebooks/${page.address}`
  }));
}

/**
 * Makes pages of notebooks with `make`; one that is broken is left out, by file and line, and the others are built.
 *
 * @returns the pages, the notebooks among them as files that a copy can be edited of, and what was left out
 */
export function makeNotebooks(
  pages: readonly Page[],
  make: (page: Page) => Page
): {pages: Page[]; shipped: Record<string, string>; left: string[]} {
  const shipped: Record<string, string> = {};
  const left: string[] = [];
  const made = pages.flatMap((page) => {
    if (!isNotebook(page)) return [make(page)];
    try {
      if (page.markdown.includes("@{notebook.")) return [make(page)];
      const slug = page.file.replace(/^notebooks\//, "").replace(/\.md$/, "");
      const written = writtenNotebook(page.markdown, page.file);
      if (bound.test(page.markdown)) return [make({...page, markdown: written})];
      const filled = make({...page, markdown: `${written}\n\n${tools(slug)}`});
      const {title, cells} = cellsOf(page.markdown);
      shipped[slug] = notebookFile(title, cells);
      return [filled];
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      left.push(error instanceof NotebookError ? error.message : `${page.file}: ${error.message}`);
      return [];
    }
  });
  return {pages: made, shipped, left};
}

function tools(slug: string): string {
  return `<p class="notebook-copy"><a class="button" href="./live.html#open=${slug}">Edit a copy</a></p>`;
}
