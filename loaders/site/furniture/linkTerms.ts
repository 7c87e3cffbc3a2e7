import {defaultTreeAdapter} from "parse5";
import type {GlossaryTerm} from "../../../src/words/en/glossary.js";
import type {PageElement} from "../pageTree.js";
import {classesOf} from "../pageTree.js";
import {treeElement} from "./treeElement.js";

/** what a link may not be in, or where a meaning would be in the way */
const closed = new Set([
  "a",
  "button",
  "code",
  "pre",
  "svg",
  "script",
  "style",
  "summary",
  "h1",
  "h2",
  "h3",
  "h4",
  "label",
  "th",
  "figcaption"
]);
const closedClasses = new Set([
  "strength-meaning",
  "eyebrow",
  "claim-question",
  "visually-hidden",
  "figure-data",
  "figure-plot",
  "no-terms"
]);

/**
 * Leads from the first use of every term on a page to its place in the glossary; the meaning goes with the link, so that
 * it can be opened where it is used.
 */
export function linkTerms(main: PageElement, terms: readonly GlossaryTerm[], glossaryPage: string): void {
  const waiting = new Map(terms.map((term) => [term.id, {term, pattern: patternOf(term), forms: plainForms(term)}]));
  const any = new RegExp(terms.flatMap(formsOf).join("|"), "iu");
  const visit = (node: PageElement): void => {
    if (waiting.size === 0 || closed.has(node.tagName) || classesOf(node).some((name) => closedClasses.has(name)))
      return;
    for (const child of node.childNodes.slice()) {
      if (defaultTreeAdapter.isElementNode(child)) visit(child);
      else if (defaultTreeAdapter.isTextNode(child)) linkIn(node, child);
    }
  };
  const linkIn = (parent: PageElement, text: Text): void => {
    if (!any.test(text.value)) return;
    const said = plain(text.value);
    const found = [...waiting.values()]
      .flatMap(({term, pattern, forms}) => {
        if (!forms.some((form) => said.includes(form))) return [];
        const at = pattern.exec(text.value);
        return at ? [{term, start: at.index, words: at[0]}] : [];
      })
      .toSorted((a, b) => a.start - b.start || b.words.length - a.words.length)[0];
    if (!found) return;
    waiting.delete(found.term.id);
    const after = text.value.slice(found.start + found.words.length);
    text.value = text.value.slice(0, found.start);
    const link = treeElement(
      "a",
      {class: "term", href: `${glossaryPage}#${found.term.id}`, "data-meaning": found.term.meaning},
      found.words
    );
    const next = parent.childNodes[parent.childNodes.indexOf(text) + 1];
    const rest = defaultTreeAdapter.createTextNode(after);
    for (const added of [link, rest]) {
      if (next) defaultTreeAdapter.insertBefore(parent, added, next);
      else defaultTreeAdapter.appendChild(parent, added);
    }
    linkIn(parent, rest);
  };
  visit(main);
}

type Text = ReturnType<typeof defaultTreeAdapter.createTextNode>;

/** A term's forms as a pattern has them. */
function formsOf({term, forms = [term]}: GlossaryTerm): string[] {
  return forms.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/ /g, "\\s"));
}

/** A text with small letters and single spaces: that a form is in it is told much sooner than where. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/\s/g, " ");

const plainForms = ({term, forms = [term]}: GlossaryTerm): string[] => forms.map(plain);

/** compiled once, not for each page: classes of all letters take longer than most of what they are used for */
const patterns = new Map<string, RegExp>();

function patternOf(one: GlossaryTerm): RegExp {
  const written = formsOf(one).join("|");
  const known = patterns.get(written);
  if (known) return known;
  // Japanese has no spaces between words
  const pattern = /[\u3040-\u9fff]/.test(one.term)
    ? new RegExp(written, "u")
    : new RegExp(`(?<![\\p{L}\\p{N}-])(?:${written})(?![\\p{L}\\p{N}-])`, "iu");
  patterns.set(written, pattern);
  return pattern;
}
