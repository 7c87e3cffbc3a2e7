import {dirname, relative} from "node:path";
import {defaultTreeAdapter} from "parse5";
import {glossaryTerms} from "../../../src/words/glossary.js";
import {withoutCode} from "../../../src/words/en/site.js";
import {speaking} from "../../../src/words/language.js";
import type {GlossaryTerm} from "../../../src/words/en/glossary.js";
import type {PageDocument, PageElement} from "../pageTree.js";
import {attribute, elementsOf} from "../pageTree.js";
import {linkTerms} from "./linkTerms.js";
import {pageContents} from "./pageContents.js";
import type {SearchEntry} from "./searchEntries.js";
import {searchEntries} from "./searchEntries.js";
import {treeElement} from "./treeElement.js";

export interface Furnished {
  /** path of the page under the site */
  readonly file: string;
  /** address under the site of what brings the furniture to life */
  readonly script: string;
  /** whether the site has a glossary to lead to */
  readonly glossary: boolean;
}

/** Gives a page its contents, leads its terms to the glossary, and returns what a search finds on it. */
export function furnishPage(page: PageDocument, {file, script, glossary}: Furnished): SearchEntry[] {
  const all = elementsOf(page);
  const main = all.find(({tagName}) => tagName === "main");
  const head = all.find(({tagName}) => tagName === "head");
  if (!main?.parentNode || !head) return [];
  const up = relative(dirname(file), ".") || ".";
  const entries = searchEntries(main, file);
  if (needsCode.test(file)) sayWithoutCode(main, up);
  const contents = pageContents(main);
  if (contents) defaultTreeAdapter.insertBefore(main.parentNode, contents, main);
  if (glossary && file !== "glossary.html") linkTerms(main, termsOf(page), `${up}/glossary.html`);
  defaultTreeAdapter.appendChild(head, treeElement("script", {type: "module", src: `${up}/${script}`}));
  return entries;
}

/** In the language that the page is written in. */
function termsOf(page: PageDocument): readonly GlossaryTerm[] {
  const root = elementsOf(page).find(({tagName}) => tagName === "html");
  return speaking(root && attribute(root, "lang") === "ja" ? "ja" : "en", glossaryTerms);
}

/** Pages that draw what a reader chooses. */
const needsCode = /^(explore|notebooks\/)/;

/** Says, where no code runs, what the page is and where the data are. */
function sayWithoutCode(main: PageElement, up: string): void {
  const heading = elementsOf(main).find(({tagName}) => tagName === "h1");
  if (!heading?.parentNode) return;
  const words = treeElement(
    "p",
    {},
    withoutCode.before,
    treeElement("a", {href: `${up}/data.html`}, withoutCode.link),
    withoutCode.after
  );
  const note = treeElement("div", {class: "without-code"}, words);
  const place = heading.parentNode.childNodes.indexOf(heading) + 1;
  const next = heading.parentNode.childNodes[place];
  const noscript = treeElement("noscript", {}, note);
  if (next) defaultTreeAdapter.insertBefore(heading.parentNode, noscript, next);
  else defaultTreeAdapter.appendChild(heading.parentNode, noscript);
}
