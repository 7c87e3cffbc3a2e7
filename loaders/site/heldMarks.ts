/**
 * What a study's data say is no work for Framework: while it runs, a place stands for every mark whose words it does not read,
 * and what it builds is the same whatever the data are. Within a line that place is a word, which Markdown and HTML leave as
 * it is.
 */
import {createHash} from "node:crypto";
import type {Mark} from "../../src/components/parts/mark.js";
import {asProse} from "./asProse.js";
import {block} from "./fillMarks.js";
import {escapeHtml} from "./furniture/escapeHtml.js";
import {nameHeadings} from "./nameHeadings.js";

export interface HeldMark {
  readonly html: string;
  /** whether links and headings in it are as in a page's own prose */
  readonly isProse: boolean;
}

export type HeldMarks = Map<string, HeldMark>;

/** in characters: longer markup was never treated as prose */
const longMarkup = 1000;
/** stands in a paragraph, which Framework makes */
const inline = /^(?!<)|^<(a|code|span|strong|svg)\b/;

interface HoldOptions {
  /** whether there is nothing else in its paragraph */
  readonly alone: boolean;
  readonly prose?: boolean;
}

/** Holds a mark, and gives what stands in its place. */
export function holdMark(held: HeldMarks, mark: Mark, name: string, {alone, prose = true}: HoldOptions): string {
  const html = "text" in mark ? escapeHtml(mark.text.replaceAll(/\s+/g, " ")) : block(mark.html);
  if ("text" in mark || (html !== "" && inline.test(html))) {
    const word = wordFor(name);
    held.set(word, {html, isProse: prose});
    return word;
  }
  // a block would end the paragraph that nothing stands in
  if (html === "" && !alone) return html;
  held.set(name, {html, isProse: prose && html.length < longMarkup});
  const kinds = ["data-figure", "data-answering"].filter((kind) => html.includes(kind));
  return `<div ${[`data-held="${name}"`, ...kinds].join(" ")}></div>`;
}

const wordFor = (name: string): string => `held${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;

/** A place within a line. */
const everyWord = /held[\da-f]{16}/g;
const everyBlock = /<div data-held="([^"]+)"[^>]*><\/div>(\n?)/g;

/**
 * A page with its marks in their places, and no trace of those that say nothing.
 *
 * @param file  path of the page under the site
 * @throws {Error} if a place is left; what marks say may look like one
 */
export function putMarks(page: string, held: ReadonlyMap<string, HeldMark>, file: string): string {
  const htmlOf = (name: string): string | undefined => {
    const one = held.get(name);
    return one?.isProse ? asProse(one.html, file) : one?.html;
  };
  return trimmed(
    nameHeadings(page, {word: everyWord, htmlOf}).replaceAll(everyWord, (word) => {
      const html = htmlOf(word);
      if (html === undefined) throw new Error(`${file}: a text is not in its place: ${word}`);
      return edge + html + edge;
    })
  ).replaceAll(everyBlock, (place, name: string, end: string) => {
    const html = htmlOf(name);
    return html === undefined ? place : html === "" ? html : html + end;
  });
}

/** where what was put into a line begins and ends */
const edge = "\0";
const [about, within] = [`[\\s${edge}]*${edge}[\\s${edge}]*`, `[ ${edge}]*${edge}[ ${edge}]*`];
const [begun, ended] = [new RegExp(`^${about}`), new RegExp(`${about}$`)];
/** what Markdown makes, of markup that a page has itself */
const opening =
  '<(?:(p|li|td|th)|(h[56]) id="[^"]*" tabindex="-1"|(a) class="observablehq-header-anchor" href="[^"]*")>';
const closing = "</\\2\\3\\4>";
const inside = `(?:(?!${closing})[^])*`;
const part = new RegExp(`(${opening})(${inside}${edge}${inside})(${closing}\n?)`, "g");
const line = new RegExp(`${within}(?=\n)|(?<=\n)${within}`, "g");

/** Markdown takes white space away where a paragraph or a line begins and ends, and a paragraph with nothing in it. */
function trimmed(page: string): string {
  if (!page.includes(edge)) return page;
  return page
    .replaceAll(part, (_, begins: string, _tag, _heading, _anchor, text: string, ends: string) => {
      const words = text.replace(begun, "").replace(ended, "");
      return begins === "<p>" && words === "" ? "" : begins + words + ends;
    })
    .replaceAll(line, "")
    .replaceAll(edge, "");
}
