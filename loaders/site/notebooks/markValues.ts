import type {Mark} from "../../../src/components/parts/mark.js";
import {escapeHtml} from "../furniture/escapeHtml.js";
import type {RunCell} from "./runCells.js";

/** Words and numbers: nothing that Markdown, HTML or a link is made of. */
const plain = /^[\p{L}\p{N}](?:[\p{L}\p{N} \u00a0\u202f.,;%()'’–−+=-]*[\p{L}\p{N}%.)])?$/u;
/** where Markdown leaves a text as it is, or tells by its beginning what it is */
const code = /`|~~~|^(?: {4}|\t)/m;
const lineBegins = /(?:^|\n)\s*$/;

/**
 * The text of a Markdown cell with marks for the values in it, so that a page of it is the same whatever they are.
 *
 * @param name  of the cell's marks
 */
export function markValues(
  {output, pieces = [output]}: Pick<RunCell, "output" | "pieces">,
  name: string
): {readonly markdown: string; readonly marks: Readonly<Record<string, Mark>>} {
  if (code.test(output)) return {markdown: output, marks: {}};
  const marks: Record<string, Mark> = {};
  const text = pieces.map((piece, i) => {
    if (i % 2 === 0 || !plain.test(piece) || lineBegins.test(pieces.slice(0, i).join(""))) return piece;
    const mark = `${name}.${i}`;
    marks[mark] = {html: escapeHtml(piece)};
    return `@{${mark}}`;
  });
  return {markdown: text.join(""), marks};
}
