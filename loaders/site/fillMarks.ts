import type {Mark, Marks} from "../../src/components/parts/mark.js";

const front = /^---\n[\s\S]*?\n---\n/;

/**
 * Fills a page's marks before Framework reads it. Text is written in numeric entities, so that nothing in it is
 * Markdown, HTML or code; in the front matter it is a JSON string. Markup loses blank lines and its dollar signs.
 *
 * @param hold  what stands in the page for markup, which is put there later; without it the markup itself
 * @throws {Error} naming page and mark, if there is no such mark
 */
export function fillMarks(
  markdown: string,
  marks: Marks,
  page: string,
  {hold = (html) => html}: {hold?: (html: string, name: string) => string} = {}
): string {
  const head = front.exec(markdown)?.[0] ?? "";
  const markFor = (name: string): Mark => {
    const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
    if (!mark) throw new Error(`${page}: no such mark: @{${name}}`);
    return mark;
  };
  const inFront = head.replaceAll(/@\{([\w.-]+)\}/g, (_, name: string) => {
    const mark = markFor(name);
    if (!("text" in mark)) throw new Error(`${page}: only text can stand in the front matter: @{${name}}`);
    return JSON.stringify(mark.text);
  });
  const body = markdown.slice(head.length).replaceAll(/@\{([\w.-]+)\}/g, (_, name: string) => {
    const mark = markFor(name);
    return "text" in mark ? inert(mark.text) : hold(block(mark.html), name);
  });
  return inFront + body;
}

/** The text with every ASCII punctuation character as an entity. */
export function inert(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[!-/:-@[-`{-~]/g, (character) => `&#${character.codePointAt(0)};`);
}

function block(html: string): string {
  return html.replaceAll(/\n\s*\n/g, "\n").replaceAll("$", "&#36;");
}
