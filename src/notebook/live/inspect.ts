/** How a value that is no node is shown; takes the place of Notebook Kit's own. */
import {element} from "../../components/parts/element.js";
import {inWords} from "../inWords.js";
import {show} from "../show.js";

export function inspect(value: unknown): HTMLElement {
  return show(value, document) ?? element(document, "pre", {class: "cell-value", tabindex: 0}, inWords(value));
}

/** A failure is shown by the cell, with its line and its cause. */
export function inspectError(): HTMLElement {
  return element(document, "div", {hidden: true});
}

export function getExpanded(): undefined {
  return undefined;
}
