import type {Mark, Marks} from "../../src/components/parts/mark.js";
import {escapeHtml} from "./furniture/escapeHtml.js";

const front = /^---\n[\s\S]*?\n---\n/;
/** the title of a page, or another of its front matter's properties */
const inHead = /(?:(?<=\n)(title: ))?@\{([\w.-]+)\}/g;
const places = /@\{([\w.-]+)\}/g;

/** What Framework reads the words of: code, and where a link leads; then a heading, and a place for a mark. */
const parts = new RegExp(
  [
    /^ *(`{3,}|~{3,})[\s\S]*?^ *\1/,
    /\]\([^)\n]*\)/,
    /^ *\[[^\]\n]+\]:.*$/,
    /\b(?:href|src|srcset)="[^"]*"/,
    /(?<heading>^#{1,6} .*$|^.+\n(?:=+|-+) *$)/,
    /(?<place>@\{(?<name>[\w.-]+)\})/
  ]
    .map(({source}) => source)
    .join("|"),
  "gm"
);

export interface FillOptions {
  /**
   * What stands in the page for a mark, which is put there later; without it the mark itself.
   *
   * @param place.alone  whether nothing else is in its paragraph
   */
  readonly hold?: (mark: Mark, name: string, place: {readonly alone: boolean}) => string;
}

/**
 * Fills a page's marks before Framework reads it. Text is written in numeric entities, so that nothing in it is
 * Markdown, HTML or code; in the front matter it is a JSON string. Markup loses blank lines and its dollar signs.
 *
 * @throws {Error} naming page and mark, if there is no such mark
 */
export function fillMarks(markdown: string, marks: Marks, page: string, {hold = written}: FillOptions = {}): string {
  const head = front.exec(markdown)?.[0] ?? "";
  const markFor = (name: string): Mark => {
    const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
    if (!mark) throw new Error(`${page}: no such mark: @{${name}}`);
    return mark;
  };
  const held = (name: string): string => {
    const mark = markFor(name);
    return "text" in mark ? hold(mark, name, {alone: false}) : written(mark);
  };
  const inFront = head.replaceAll(inHead, (_, title: string | undefined, name: string) => {
    const mark = markFor(name);
    if (!("text" in mark)) throw new Error(`${page}: only text can stand in the front matter: @{${name}}`);
    // without a title, a page has the site's alone
    if (title === undefined || hold === written || mark.text.trim() === "")
      return (title ?? "") + JSON.stringify(mark.text);
    // as it is, where a text within the page has single spaces
    return title + JSON.stringify(hold({html: escapeHtml(mark.text)}, `title.${name}`, {alone: false}));
  });
  const body = markdown.slice(head.length).replaceAll(parts, (part, ...found) => {
    const [at, whole, {name, heading}] = found.slice(-3) as [number, string, {name?: string; heading?: string}];
    if (heading !== undefined) return part.replaceAll(places, (_, read: string) => held(read));
    if (name === undefined) return part.replaceAll(places, (_, read: string) => written(markFor(read)));
    const alone = /(?:^|\n\n)$/.test(whole.slice(0, at)) && /^\s*?(?:\n\n|$)/.test(whole.slice(at + part.length));
    return hold(markFor(name), name, {alone});
  });
  return inFront + body;
}

const written = (mark: Mark): string => ("text" in mark ? inert(mark.text) : block(mark.html));

/** The text with every ASCII punctuation character as an entity. */
export function inert(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[!-/:-@[-`{-~]/g, (character) => `&#${character.codePointAt(0)};`);
}

/** Markup without what would end a block, or be code. */
export function block(html: string): string {
  return html.replaceAll(/\n\s*\n/g, "\n").replaceAll("$", "&#36;");
}
