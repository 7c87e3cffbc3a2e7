import {element} from "./element.js";
import type {Child} from "./element.js";
import type {Mark} from "./mark.js";
import {htmlMark} from "./mark.js";

export interface ExhibitWords {
  readonly heading?: string;
  readonly level?: "h2" | "h3";
  /** a sentence or two before the figure */
  readonly text?: string;
}

/** A figure with the words before it; nothing at all where there is no figure. */
export function exhibit(
  document: Document,
  {heading, level = "h2", text}: ExhibitWords,
  ...nodes: readonly (Element | null | undefined)[]
): Mark {
  const there = nodes.filter((node) => node !== null && node !== undefined);
  if (there.length === 0) return htmlMark(null);
  const words: Child[] = [
    heading !== undefined && element(document, level, {}, heading),
    text !== undefined && element(document, "p", {}, text)
  ];
  return htmlMark(element(document, "div", {class: "exhibit"}, ...words, ...there));
}
