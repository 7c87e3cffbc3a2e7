import type {PageElement} from "../pageTree.js";
import {attribute, elementsOf, setAttribute, textOf} from "../pageTree.js";
import {treeElement} from "./treeElement.js";
import {say} from "../../../src/words/say.js";

/** fewer sections than these are seen at a glance */
const fewest = 3;

/** The sections of a page as links, or null where they are few; a section without a name of its own gets one. */
export function pageContents(main: PageElement): PageElement | null {
  const sections = sectionsOf(main);
  if (sections.length < fewest) return null;
  const items = sections.map(({id, title}) => treeElement("li", {}, treeElement("a", {href: `#${id}`}, title)));
  return treeElement(
    "nav",
    {class: "page-contents", "aria-label": say("On this page")},
    treeElement("details", {}, treeElement("summary", {}, say("On this page"))),
    treeElement("ol", {}, ...items)
  );
}

/** The second headings of a page, by the names that links use. */
export function sectionsOf(main: PageElement): {id: string; title: string}[] {
  const all = elementsOf(main);
  const taken = new Set(all.map((node) => attribute(node, "id")));
  return all.flatMap((node) => {
    if (node.tagName !== "h2" || attribute(node, "class")?.includes("claim-sentence")) return [];
    const title = textOf(node).trim();
    const id = attribute(node, "id") ?? nameFor(title, taken);
    taken.add(id);
    setAttribute(node, "id", id);
    return [{id, title}];
  });
}

function nameFor(title: string, taken: ReadonlySet<string | undefined>): string {
  const slug =
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/g, "") || "section";
  let name = slug;
  for (let n = 2; taken.has(name); n++) name = `${slug}-${n}`;
  return name;
}
