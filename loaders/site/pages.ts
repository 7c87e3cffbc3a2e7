import {readFile, readdir} from "node:fs/promises";
import {join} from "node:path";
import {parse} from "yaml";
import type {Language} from "../../src/words/language.js";

export interface Page {
  /** path under src, "findings/departments.md" */
  readonly file: string;
  /** address under the site, "findings/departments.html" */
  readonly address: string;
  readonly markdown: string;
  /** name in the site's navigation; without it the page is not there */
  readonly nav?: string;
  /** place in the navigation */
  readonly order: number;
  /** what must be there for the page to be built: canonical tables, findings.<id> */
  readonly needs: readonly string[];
  /** the language that it is written in, where it is not English */
  readonly language?: Language;
}

interface FrontMatter {
  readonly nav?: string;
  readonly order?: number;
  /** a group of the navigation, where the page's folder does not say it */
  readonly group?: string;
  readonly needs?: readonly string[];
}

export function frontMatter(markdown: string): FrontMatter {
  const head = /^---\n([\s\S]*?)\n---\n/.exec(markdown)?.[1] ?? "";
  return (parse(head) ?? {}) as FrontMatter;
}

/** The pages of a folder, in the order of the navigation. */
export async function readPages(root: string, language: Language = "en"): Promise<Page[]> {
  const files = (await readdir(root, {recursive: true})).filter((file) => /(?<!\.ja)\.md$/.test(file)).toSorted();
  const pages: Page[] = [];
  for (const place of files) pages.push(await readPage(root, place, language));
  return pages.toSorted((a, b) => a.order - b.order);
}

/** The page at a place in a folder; in English where it is not written in the language. */
export async function readPage(root: string, place: string, asked: Language = "en"): Promise<Page> {
  const own =
    asked === "en"
      ? null
      : await readFile(join(root, place.replace(/\.md$/, `.${asked}.md`)), "utf8").catch(() => null);
  const language = own === null ? "en" : asked;
  const {file, markdown} = inRoom(place, own ?? (await readFile(join(root, place), "utf8")));
  const {nav, order = 99, needs = []} = frontMatter(markdown.replaceAll(/@\{[^}]*\}/g, "mark"));
  return {file, address: file.replace(/\.md$/, ".html"), markdown, nav, order, needs, language};
}

/** A page in a room of its own is published under the room's name, one folder higher. */
function inRoom(place: string, markdown: string): {readonly file: string; readonly markdown: string} {
  if (!place.endsWith("/page.md")) return {file: place, markdown};
  return {file: place.replace(/\/page\.md$/, ".md"), markdown: markdown.replaceAll(/(?<=["'(])\.\.\/(?=\.\.\/)/g, "")};
}
