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

/** HTML by the name of its place. */
export type HeldMarks = Map<string, string>;

/** in characters: what is longer was never treated as prose */
const longMarkup = 1000;
/** stands in a paragraph, which Framework makes */
const inline = /^<(a|code|span|strong|svg)\b/;

/** Holds a mark, and gives what stands in its place; where there is nothing to be said, nothing does. */
export function holdMark(held: HeldMarks, mark: Mark, name: string): string {
  if ("text" in mark) return holdWithin(held, escapeHtml(mark.text.replaceAll(/\s+/g, " ")), name);
  const html = block(mark.html);
  if (inline.test(html)) return holdWithin(held, html, name);
  if (html === "") return html;
  held.set(name, html);
  const kinds = ["data-figure", "data-answering"].filter((kind) => html.includes(kind));
  const attributes = html.length < longMarkup ? ["data-prose", ...kinds] : kinds;
  return `<div ${[`data-held="${name}"`, ...attributes].join(" ")}></div>`;
}

/** Markdown reads the white space around a line's words. */
function holdWithin(held: HeldMarks, html: string, name: string): string {
  const words = html.trim();
  if (words === "") return html;
  const place = wordFor(name);
  held.set(place, words);
  return html.replace(words, () => place);
}

/** letters and digits alone; a heading's name would keep them as they are, too */
const wordFor = (name: string): string => `held${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;

/** A place that is left in a page. */
export const heldWord = /held[\da-f]{16}/;

const places = /<div data-held="([^"]+)"([^>]*)><\/div>|held[\da-f]{16}/g;

/**
 * A page with its marks in their places.
 *
 * @param file  path of the page under the site
 */
export function putMarks(page: string, held: ReadonlyMap<string, string>, file: string): string {
  return page.replaceAll(places, (place, name: string | undefined, attributes = "data-prose") => {
    const html = held.get(name ?? place);
    if (html === undefined) return place;
    return attributes.includes("data-prose") ? asProse(html, file) : html;
  });
}
