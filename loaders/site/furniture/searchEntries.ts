import type {PageElement} from "../pageTree.js";
import {attribute, elementsOf, hasClass, textOf} from "../pageTree.js";
import {sectionsOf} from "./pageContents.js";

/** What a reader may look for: where it is, and what kind of thing. */
export interface SearchEntry {
  readonly title: string;
  readonly kind: "page" | "section" | "figure" | "measure" | "module" | "term";
  readonly address: string;
  /** the page that it is on, or its meaning */
  readonly beside?: string;
}

/** A page's title, sections and figures. */
export function searchEntries(main: PageElement, address: string): SearchEntry[] {
  const all = elementsOf(main);
  const heading = all.find(({tagName}) => tagName === "h1");
  const page = heading ? textOf(heading).trim() : address;
  const figures = all.flatMap((node) => {
    if (node.tagName !== "figure") return [];
    const id = attribute(node, "id");
    const title = elementsOf(node).find((inner) => hasClass(inner, "figure-title"));
    return id && title
      ? [{title: textOf(title).trim(), kind: "figure" as const, address: `${address}#${id}`, beside: page}]
      : [];
  });
  const sections = sectionsOf(main).map(({id, title}) => ({
    title,
    kind: "section" as const,
    address: `${address}#${id}`,
    beside: page
  }));
  return [{title: page, kind: "page", address}, ...sections, ...figures];
}
