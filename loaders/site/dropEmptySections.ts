import {defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree} from "parse5";
import {elementsOf, type PageElement, textOf} from "./pageTree.js";

/** Takes away each second heading below which a study has nothing: another second heading, or the end, comes next. */
export function dropEmptySections(main: PageElement): void {
  const headings = elementsOf(main).filter(({tagName}) => tagName === "h2");
  for (const heading of headings) if (isEmpty(heading)) defaultTreeAdapter.detachNode(heading);
}

function isEmpty(heading: PageElement): boolean {
  const siblings = heading.parentNode?.childNodes ?? [];
  const next = siblings.slice(siblings.indexOf(heading) + 1).find((node) => !isBlank(node));
  return next === undefined || (defaultTreeAdapter.isElementNode(next) && next.tagName === "h2");
}

/** White space, or a paragraph of it; a comment may be a cell's place. */
function isBlank(node: Tree.ChildNode): boolean {
  if (defaultTreeAdapter.isTextNode(node)) return node.value.trim() === "";
  return (
    defaultTreeAdapter.isElementNode(node) && node.tagName === "p" && !hasParts(node) && textOf(node).trim() === ""
  );
}

const hasParts = (node: PageElement): boolean => node.childNodes.some((child) => !defaultTreeAdapter.isTextNode(child));
