import {attribute, elementsOf, type PageDocument, type PageElement, textOf} from "./pageTree.js";

/** What a page is held to, which its tree tells: it may be let go. */
export interface PageFacts {
  readonly hasHeading: boolean;
  /** whether nothing is left that stood for something else */
  readonly isWhole: boolean;
  readonly ids: ReadonlySet<string>;
  /** where it leads by links, and what else it asks for */
  readonly addresses: readonly {readonly address: string; readonly link: boolean}[];
}

const inCode = /from "([^"]+)"|import "([^"]+)"|url\(([^)]+)\)/g;

export function pageFacts(page: PageDocument): PageFacts {
  const all = elementsOf(page);
  const main = all.find(({tagName}) => tagName === "main");
  const code = all
    .filter(({tagName}) => tagName === "script" || tagName === "style")
    .map(textOf)
    .join("\n");
  return {
    hasHeading: main !== undefined && elementsOf(main).some(({tagName}) => tagName === "h1"),
    isWhole: all.every((node) => attribute(node, "data-held") === undefined),
    ids: new Set(all.flatMap((node) => attribute(node, "id") ?? [])),
    addresses: [
      ...all.flatMap(addressesOf),
      ...Array.from(code.matchAll(inCode), ([, a, b, c]) => ({address: a ?? b ?? c ?? "", link: false}))
    ]
  };
}

function addressesOf(node: PageElement): PageFacts["addresses"] {
  const [href, source] = [attribute(node, "href"), attribute(node, "src")];
  const places = [];
  if (href !== undefined && (node.tagName === "a" || node.tagName === "link"))
    places.push({address: href, link: node.tagName === "a"});
  if (source !== undefined) places.push({address: source, link: false});
  return places;
}
