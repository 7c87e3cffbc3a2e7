import {dirname, join, relative} from "node:path/posix";
import {parseFragment, serialize} from "parse5";
import {treeElement} from "./furniture/treeElement.js";
import {attribute, elementsOf, type PageElement, setAttribute} from "./pageTree.js";

/**
 * Markup with what Framework does to links and headings that it reads (its `rewriteHtml`): a link out of the site opens a page
 * of its own, a heading leads to itself.
 *
 * @param file  path of the page under the site
 */
export function asProse(markup: string, file: string): string {
  if (!/<a |<h[1-4] /.test(markup)) return markup;
  const fragment = parseFragment(markup);
  for (const node of elementsOf(fragment)) {
    if (node.tagName === "a") leadFrom(node, file);
    else if (/^h[1-4]$/.test(node.tagName)) leadToItself(node);
  }
  return serialize(fragment);
}

function leadFrom(link: PageElement, file: string): void {
  const written = link.attrs.find(({name}) => name === "href");
  if (!written || written.value.startsWith("#")) return;
  if (!/^\w+:/.test(written.value)) {
    const [place = "", rest = ""] = written.value.split(/(?=[?#])(.*)/s);
    const path = relative(dirname(file), join(dirname(file), place));
    written.value = `${path.startsWith(".") ? path : `./${path}`}${rest}`;
    return;
  }
  if (attribute(link, "target") === undefined) setAttribute(link, "target", "_blank");
  if (attribute(link, "rel") === undefined) setAttribute(link, "rel", "noopener noreferrer");
}

function leadToItself(heading: PageElement): void {
  const id = attribute(heading, "id");
  if (id === undefined) return;
  const anchor = treeElement("a", {class: "observablehq-header-anchor", href: `#${id}`});
  for (const child of heading.childNodes) child.parentNode = anchor;
  anchor.childNodes = heading.childNodes;
  heading.childNodes = [anchor];
  anchor.parentNode = heading;
}
