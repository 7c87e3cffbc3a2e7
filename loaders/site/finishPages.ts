import {readFile, readdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {defaultTreeAdapter, html, parse, serialize} from "parse5";
import {type Language, speaking} from "../../src/words/language.js";
import {say} from "../../src/words/say.js";
import {addPolicy} from "./addPolicy.js";
import {dropEmptySections} from "./dropEmptySections.js";
import {bundleFurniture} from "./furniture/bundleFurniture.js";
import {furnishPage} from "./furniture/furnishPage.js";
import {surroundPage} from "./furniture/surroundPage.js";
import {treeElement} from "./furniture/treeElement.js";
import type {SearchEntry} from "./furniture/searchEntries.js";
import {leadToFiles, type RenamedFiles} from "./heldFiles.js";
import {type HeldMark, putMarks} from "./heldMarks.js";
import {type PageFacts, pageFacts} from "./pageFacts.js";
import type {PageDocument, PageElement} from "./pageTree.js";
import {attribute, elementsOf, hasClass, setAttribute, textOf} from "./pageTree.js";
import {type PageAside, setAside} from "./setAside.js";
import type {SiteFrame} from "./siteFrame.js";
import {putApart} from "./putApart.js";
import type {WrittenPages} from "./verifySite.js";
import {unbroken} from "./unbroken.js";

interface FinishOptions {
  /** what is around every page; null where the pages have it */
  readonly frame?: SiteFrame | null;
  /** the site's */
  readonly language?: Language;
  /** the language that each page is written in, by its address */
  readonly written?: ReadonlyMap<string, Language>;
  readonly found?: readonly SearchEntry[];
  /** modules and data that Framework did not have to read */
  readonly renamed?: RenamedFiles;
}

/**
 * Puts markup in the places that the stage kept for it, and adds what Framework's HTML lacks: the language, a viewport
 * that may be enlarged, a description, no referrer, a content security policy, and the furniture of every page.
 *
 * @param held  markup by its place
 * @param found what a search finds beside the pages' own titles
 * @returns what the pages are held to, as they were written
 */
export async function finishPages(
  dist: string,
  held: ReadonlyMap<string, HeldMark> = new Map(),
  {frame = null, language = "en", written = new Map(), found = [], renamed = new Map()}: FinishOptions = {}
): Promise<WrittenPages> {
  const files = (await readdir(dist, {recursive: true})).filter((name) => name.endsWith(".html")).toSorted();
  const script = await bundleFurniture(dist);
  const entries: SearchEntry[] = [];
  const facts = new Map<string, PageFacts>();
  const write = async (page: PageDocument, file: string, {restored}: Pick<PageAside, "restored">): Promise<void> => {
    const text = restored(serialize(page));
    facts.set(file, pageFacts(page));
    await writeFile(join(dist, file), text);
  };
  for (const file of files) {
    const built = await readFile(join(dist, file), "utf8");
    const path = `/${file.replace(/\.html$/, "")}`;
    const filled = putMarks(leadToFiles(built, renamed), held, file);
    const {page: read, restored} = setAside(frame ? surroundPage(filled, frame, path) : filled);
    const page = parse(read);
    for (const main of elementsOf(page)) if (main.tagName === "main") dropEmptySections(main);
    const own = language === "en" ? language : (written.get(file) ?? "en");
    finish(page, {site: language, own});
    for (const one of furnishPage(page, {file, script, glossary: files.includes("glossary.html")})) entries.push(one);
    const apart = speaking(own, () => putApart(page, file, {there: files, restored}));
    addPolicy(page, file);
    await write(page, file, {restored});
    for (const [name, text] of apart) {
      const part = parse(text);
      // no code runs on it, whatever runs on its page
      addPolicy(part, name);
      await write(part, join(dirname(file), name), {restored});
    }
  }
  await writeFile(join(dist, "search.json"), JSON.stringify([...entries, ...found]));
  return facts;
}

function finish(page: PageDocument, {site, own}: {readonly site: string; readonly own: string}): void {
  const all = elementsOf(page);
  const named = (name: string): PageElement | undefined => all.find(({tagName}) => tagName === name);
  const meta = (name: string): PageElement | undefined =>
    all.find((node) => node.tagName === "meta" && attribute(node, "name") === name);
  const main = named("main");
  const root = named("html");
  const viewport = meta("viewport");
  const generator = meta("generator");
  if (root) setAttribute(root, "lang", own);
  if (own !== site) {
    for (const around of all.filter((node) => /^observablehq-(header|footer)$/.test(attribute(node, "id") ?? "")))
      setAttribute(around, "lang", site);
    if (main) sayEnglish(main, site);
  }
  if (viewport) setAttribute(viewport, "content", "width=device-width, initial-scale=1");
  if (generator) defaultTreeAdapter.detachNode(generator);
  if (main) setAttribute(main, "tabindex", "-1");
  const title = named("title");
  if (title) {
    for (const [name, content] of [
      ["description", firstParagraph(main).slice(0, 300)],
      ["referrer", "no-referrer"]
    ] as const) {
      const added = defaultTreeAdapter.createElement("meta", html.NS.HTML, [
        {name: "name", value: name},
        {name: "content", value: content}
      ]);
      defaultTreeAdapter.insertBefore(title.parentNode ?? page, added, title);
    }
  }
  for (const node of all) if (hasClass(node, "observablehq-header-anchor")) setAttribute(node, "tabindex", undefined);
  // code that scrolls sideways is in the keyboard's reach
  for (const node of all) if (node.tagName === "pre") setAttribute(node, "tabindex", "0");
  if (main) keepTogether(main);
}

/** A page that is not in the site's language says so, in it. */
function sayEnglish(main: PageElement, site: string): void {
  const note = treeElement("p", {class: "site-notice", lang: site}, say("This page is in English."));
  const [first] = main.childNodes;
  if (first) defaultTreeAdapter.insertBefore(main, note, first);
}

/** elements whose text is copied or run as it is */
const verbatim = new Set(["script", "style", "code", "pre", "kbd", "samp", "textarea"]);

function keepTogether(node: PageElement): void {
  for (const [i, child] of node.childNodes.entries()) {
    const next = node.childNodes[i + 1];
    if (defaultTreeAdapter.isTextNode(child))
      child.value = unbroken(child.value, next && defaultTreeAdapter.isElementNode(next) ? textOf(next) : "");
    else if (defaultTreeAdapter.isElementNode(child) && !verbatim.has(child.tagName)) keepTogether(child);
  }
}

function firstParagraph(main: PageElement | undefined): string {
  const paragraph = main?.childNodes.find(
    (node): node is PageElement =>
      defaultTreeAdapter.isElementNode(node) &&
      node.tagName === "p" &&
      !hasClass(node, "eyebrow") &&
      !hasClass(node, "site-notice")
  );
  return paragraph ? textOf(paragraph).trim() : "";
}
