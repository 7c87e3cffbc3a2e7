/**
 * What of a page is large and seldom looked at stands in a page of its own beside it: the table of a figure that is not opened,
 * its drawing for a narrow screen. A link leads there, in whose place a browser puts it when it is wanted. What is said at the
 * marks of a figure's first drawing is not said at those of the others again.
 *
 * Not of    a figure in which a stretch can be chosen: that needs table and drawings together
 */
import {basename, dirname, join} from "node:path";
import {defaultTreeAdapter, serializeOuter} from "parse5";
import {say} from "../../src/words/say.js";
import {escapeHtml} from "./furniture/escapeHtml.js";
import {treeElement} from "./furniture/treeElement.js";
import type {PageDocument, PageElement} from "./pageTree.js";
import {attribute, elementsOf, hasClass, setAttribute, textOf} from "./pageTree.js";

/** in characters: less than this stays where it is */
const large = 20_000;
/** in characters, of an id in a file's name */
const longest = 80;

/**
 * @param there     addresses of the site's own pages, which no page of a part takes
 * @param restored  a part with what of it stands aside
 * @returns pages, by their names in the folder of the page they are of
 */
export function putApart(
  page: PageDocument,
  file: string,
  {
    there = [],
    restored = (part) => part
  }: {readonly there?: readonly string[]; readonly restored?: (part: string) => string} = {}
): ReadonlyMap<string, string> {
  const apart = new Map<string, string>();
  const all = elementsOf(page);
  const [folder, own] = [dirname(file), basename(file)];
  for (const figure of all.filter((node) => node.tagName === "figure")) {
    const inside = elementsOf(figure);
    const id = attribute(figure, "id");
    if (id === undefined || inside.some((node) => attribute(node, "data-brush-x") !== undefined)) continue;
    const title = textOf(inside.find((node) => hasClass(node, "figure-title")) ?? figure);
    const [first, ...others] = inside.filter((node) => hasClass(node, "figure-plot"));
    if (first) for (const other of others) sayOnce(first, other);
    const table = inside.find(
      (node) =>
        hasClass(node, "table-scroll") && node.parentNode && hasClass(node.parentNode as PageElement, "figure-data")
    );
    const parts = [
      {name: "data", words: say("The table, on a page of its own"), nodes: table ? [table] : []},
      ...others.map((plot, i) => ({
        name: i === 0 ? "narrow" : `narrow-${i + 1}`,
        words: say("The drawing for a narrow screen, on a page of its own"),
        nodes: plot.childNodes.slice() as PageElement[]
      }))
    ];
    for (const {name, words, nodes} of parts) {
      const content = nodes.map((node) => serializeOuter(node)).join("");
      const [one] = nodes;
      if (restored(content).length < large || !one?.parentNode) continue;
      const address = freeName(
        `${idOf(own, id)}-${name}`,
        (asked) => apart.has(asked) || there.includes(join(folder, asked))
      );
      const link = treeElement(
        "p",
        {class: "figure-apart"},
        treeElement("a", {href: `./${address}`, "data-apart": ""}, words)
      );
      defaultTreeAdapter.insertBefore(one.parentNode, link, one);
      for (const node of nodes) defaultTreeAdapter.detachNode(node);
      apart.set(address, pageOf(all, {title, content, back: `./${own}#${encodeURIComponent(id)}`}));
    }
  }
  return apart;
}

/** An id may have a study's names in it: of them nothing is left that leads elsewhere, or that an address writes otherwise. */
function idOf(file: string, id: string): string {
  const page = file.replace(/\.html$/, "");
  const plain = id.replaceAll(/[^\w-]+/g, "-").slice(0, longest);
  return plain.startsWith(`${page}-`) ? plain : `${page}-${plain}`;
}

function freeName(begun: string, isTaken: (name: string) => boolean): string {
  let name = `${begun}.html`;
  for (let i = 2; isTaken(name); i++) name = `${begun}-${i}.html`;
  return name;
}

/** Marks of a further drawing that have the words of the first one's, in its order, keep a place for them alone. */
function sayOnce(first: PageElement, other: PageElement): void {
  // an svg's own title names the drawing
  const titles = (plot: PageElement): PageElement[] =>
    elementsOf(plot)
      .filter((node) => node.tagName === "g" && (node.parentNode as PageElement).tagName === "svg")
      .flatMap((group) => elementsOf(group).filter(({tagName}) => tagName === "title"));
  const [here, there] = [titles(first), titles(other)];
  if (here.length !== there.length || here.some((title, i) => textOf(title) !== textOf(there[i]!))) return;
  for (const title of there) {
    if (!title.parentNode) continue;
    setAttribute(title.parentNode as PageElement, "data-tip", "");
    defaultTreeAdapter.detachNode(title);
  }
}

/** With the style of the page that it is of, and no script. */
function pageOf(
  all: readonly PageElement[],
  {title, content, back}: {readonly title: string; readonly content: string; readonly back: string}
): string {
  const root = all.find(({tagName}) => tagName === "html");
  const head = all.filter(
    (node) =>
      node.tagName === "style" ||
      (node.tagName === "link" && ["icon", "stylesheet"].includes(attribute(node, "rel") ?? "")) ||
      (node.tagName === "meta" && ["viewport", "referrer"].includes(attribute(node, "name") ?? ""))
  );
  const language = (root && attribute(root, "lang")) ?? "en";
  const notices = all.filter((node) => hasClass(node, "site-notice"));
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">${head.map((node) => serializeOuter(node)).join("\n")}
<title>${escapeHtml(title)}</title></head>
<body><div id="observablehq-center"><main id="observablehq-main" class="observablehq">
${notices.map((node) => serializeOuter(node)).join("\n")}
<p><a href="${escapeHtml(back)}">${say("Back to the figure")}</a></p>
<h1>${escapeHtml(title)}</h1>
<div class="full" data-apart="">${content}</div>
</main></div></body></html>
`;
}
