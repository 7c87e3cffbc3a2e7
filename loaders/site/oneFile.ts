/**
 * A built site's report as one HTML file that opens from a mail: the report, its findings, what was checked and the
 * glossary, one after another, with style, fonts and figures inside, and no script.
 *
 * Not here   what needs a browser's code: the explorer and the notebooks; links to them are plain text
 */
import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {dirname, join, normalize} from "node:path";
import {defaultTreeAdapter, parse, serialize} from "parse5";
import {inlineFonts} from "./inlineFonts.js";
import type {PageDocument, PageElement} from "./pageTree.js";
import {attribute, elementsOf, hasClass, setAttribute, textOf} from "./pageTree.js";
import {treeElement} from "./furniture/treeElement.js";

/** attributes whose value is a list of names of elements */
const naming = ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"];
/** no script, no address: what the file may show is in it */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";
const needless = ["script", "nav", "search", "observablehq-loading"];

/** @param pages  addresses under the site, in the order of the file; the first is its title page */
export async function oneFile(dist: string, pages: readonly string[]): Promise<string> {
  const sources = await Promise.all(
    pages.map(async (page) => ({page, tree: parse(await readFile(join(dist, page), "utf8"))}))
  );
  const names = new Map(
    pages.map((page, i) => [page, i === 0 ? "" : `${page.replace(/\.html$/, "").replaceAll("/", "-")}--`])
  );
  for (const {page, tree} of sources) await putBack(tree, join(dist, dirname(page)));
  for (const {page, tree} of sources) makeNamesUnique(tree, page, names);
  const [first, ...others] = sources;
  if (!first) throw new RangeError("no pages for one file");
  const main = named(first.tree, "main");
  for (const {page, tree} of others) {
    append(main, treeElement("div", {class: "page-start", id: names.get(page)}));
    for (const child of named(tree, "main").childNodes.slice()) append(main, child as PageElement);
  }
  for (const node of elementsOf(first.tree).filter(isNeedless)) defaultTreeAdapter.detachNode(node);
  await putStyle(first.tree, dist, pages[0] ?? "");
  for (const node of elementsOf(first.tree))
    if (attribute(node, "http-equiv") === "Content-Security-Policy") setAttribute(node, "content", policy);
  return serialize(first.tree);
}

/** Tables and drawings that a page keeps in pages of their own, in their places: putApart(). */
async function putBack(tree: PageDocument, folder: string): Promise<void> {
  for (const link of elementsOf(tree).filter((node) => attribute(node, "data-apart") !== undefined)) {
    const paragraph = link.parentNode as PageElement;
    const apart = parse(await readFile(join(folder, attribute(link, "href") ?? ""), "utf8"));
    const content = elementsOf(apart).find((node) => attribute(node, "data-apart") !== undefined);
    for (const node of content?.childNodes.slice() ?? [])
      defaultTreeAdapter.insertBefore(paragraph.parentNode!, node, paragraph);
    defaultTreeAdapter.detachNode(paragraph);
  }
}

/** The pages of a report, in the order of its navigation: what a reader without the site is given. */
export async function reportPages(dist: string): Promise<string[]> {
  const tree = parse(await readFile(join(dist, "index.html"), "utf8"));
  const navigation = elementsOf(tree).find((node) => hasClass(node, "site-nav"));
  const linked = navigation ? elementsOf(navigation).flatMap((node) => attribute(node, "href") ?? []) : [];
  const wanted = linked.map((href) => normalize(href)).filter((page) => /^(findings\/|robustness|glossary)/.test(page));
  return ["index.html", ...new Set(wanted)].filter((page) => existsSync(join(dist, page)));
}

/** Every name gets its page's before it, and what refers to it follows; a link out of the file becomes plain text. */
function makeNamesUnique(tree: PageDocument, page: string, names: ReadonlyMap<string, string>): void {
  const prefix = names.get(page) ?? "";
  for (const node of elementsOf(tree)) {
    const id = attribute(node, "id");
    if (id !== undefined && !id.startsWith("observablehq")) setAttribute(node, "id", prefix + id);
    for (const name of naming) {
      const value = attribute(node, name);
      if (value !== undefined)
        setAttribute(
          node,
          name,
          value
            .split(/\s+/)
            .map((one) => prefix + one)
            .join(" ")
        );
    }
    for (const {name, value} of node.attrs)
      if (value.includes("url(#")) setAttribute(node, name, value.replaceAll("url(#", `url(#${prefix}`));
    const href = attribute(node, "href");
    if (href !== undefined && (node.tagName === "a" || node.tagName === "use"))
      setAttribute(node, "href", turned(href, page, names));
  }
}

function turned(href: string, page: string, names: ReadonlyMap<string, string>): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  const [path = "", fragment = ""] = href.split("#");
  const target = path === "" ? page : normalize(join(dirname(page), path));
  const prefix = names.get(target);
  return prefix === undefined
    ? undefined
    : `#${prefix}${fragment}` === "#"
      ? "#observablehq-main"
      : `#${prefix}${fragment}`;
}

function isNeedless(node: PageElement): boolean {
  return (
    (needless.includes(node.tagName) && !hasClass(node, "page-contents")) ||
    node.tagName === "link" ||
    hasClass(node, "figure-tools") ||
    (node.tagName === "details" && hasClass(node, "site-cite") && textOf(node) === "")
  );
}

async function putStyle(tree: PageDocument, dist: string, page: string): Promise<void> {
  const source = parse(await readFile(join(dist, page), "utf8"));
  const sheets = elementsOf(source).flatMap((node) =>
    node.tagName === "link" && attribute(node, "rel") === "stylesheet" ? (attribute(node, "href") ?? []) : []
  );
  const css = await Promise.all(sheets.map((href) => readFile(join(dist, dirname(page), href), "utf8")));
  const head = named(tree, "head");
  append(head, treeElement("style", {}, css.join("\n")));
  const text = textOf(named(tree, "body"));
  for (const style of elementsOf(head).filter(({tagName}) => tagName === "style")) {
    const inlined = await inlineFonts(textOf(style), {folder: join(dist, dirname(page)), text});
    style.childNodes.length = 0;
    defaultTreeAdapter.insertText(style, inlined);
  }
}

function named(tree: PageDocument, name: string): PageElement {
  const found = elementsOf(tree).find(({tagName}) => tagName === name);
  if (!found) throw new RangeError(`no ${name} in a page of the site; build it again`);
  return found;
}

function append(parent: PageElement, child: PageElement): void {
  defaultTreeAdapter.appendChild(parent, child);
}
