import {defaultTreeAdapter, html} from "parse5";
import type {PageElement} from "../pageTree.js";

/** An element of a page's tree; text stands for a text node. */
export function treeElement(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: (PageElement | string)[]
): PageElement {
  const attrs = Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [{name, value}]));
  const node = defaultTreeAdapter.createElement(tag, html.NS.HTML, attrs);
  for (const child of children)
    if (typeof child === "string") defaultTreeAdapter.insertText(node, child);
    else defaultTreeAdapter.appendChild(node, child);
  return node;
}
