import {element} from "../../../src/components/element.js";
import type {Mark} from "../marks/mark.js";
import {htmlMark} from "../marks/mark.js";

/** A figure below its heading and the sentence that leads to it; nothing at all where there is no figure. */
export function withWords(
  document: Document,
  {heading, level = "h3", words}: {readonly heading?: string; readonly level?: "h2" | "h3"; readonly words: string},
  ...figures: readonly (Element | null | undefined)[]
): Mark {
  const drawn = figures.filter((figure) => figure !== null && figure !== undefined);
  if (drawn.length === 0) return htmlMark();
  return htmlMark(
    heading === undefined ? null : element(document, level, {}, heading),
    element(document, "p", {}, words),
    ...drawn
  );
}
