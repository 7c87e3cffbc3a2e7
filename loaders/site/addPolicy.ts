import {defaultTreeAdapter, html} from "parse5";
import {contentPolicy} from "./contentPolicy.js";
import type {PageDocument} from "./pageTree.js";
import {attribute, elementsOf, textOf} from "./pageTree.js";

/** Adds the policy to a page that is otherwise finished, before anything that it may refuse. */
export function addPolicy(page: PageDocument, file: string): void {
  const all = elementsOf(page);
  const head = all.find(({tagName}) => tagName === "head");
  const first = head?.childNodes[0];
  if (!head || !first) throw new Error(`${file}: no head for its content security policy`);
  const scripts = all.filter((node) => node.tagName === "script" && attribute(node, "src") === undefined).map(textOf);
  const policy = defaultTreeAdapter.createElement("meta", html.NS.HTML, [
    {name: "http-equiv", value: "Content-Security-Policy"},
    {name: "content", value: contentPolicy(scripts, {notebook: file.startsWith("notebooks/")})}
  ]);
  defaultTreeAdapter.insertBefore(head, policy, first);
}
