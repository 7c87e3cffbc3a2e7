import slugify from "@sindresorhus/slugify";
import {parseFragment} from "parse5";
import {textOf} from "./pageTree.js";

const headings = /<h([1-6]) id="([^"]*)" tabindex="-1">([\s\S]*?)<\/h\1>/g;

/** perhaps of two alike, of which the first may be another now */
const numbered = /-\d+$/;

interface NameOptions {
  /** all places for words */
  readonly word: RegExp;
  readonly htmlOf: (word: string) => string | undefined;
}

/**
 * The headings of a page that Framework built get the names that it would have made (its slugs, and markdown-it-anchor's
 * numbers for those that are alike), had it read the words that come into them.
 */
export function nameHeadings(page: string, {word, htmlOf}: NameOptions): string {
  const taken = new Set<string>();
  return page.replaceAll(headings, (whole, level: string, id: string, content: string) => {
    const said = content.replaceAll(word, (one) => htmlOf(one) ?? one);
    const own = said !== content || numbered.test(id) ? slugify(textOf(parseFragment(said))) : id;
    let name = own;
    for (let i = 1; taken.has(name); i++) name = `${own}-${i}`;
    taken.add(name);
    if (name === id) return whole;
    return `<h${level} id="${name}" tabindex="-1">${content.replace(` href="#${id}"`, ` href="#${name}"`)}</h${level}>`;
  });
}
