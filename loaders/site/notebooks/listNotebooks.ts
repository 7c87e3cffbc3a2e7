import {notebooks as words} from "../../../src/words/en/site.js";
import {frontMatter, type Page} from "../pages.js";
import {escapeHtml} from "../furniture/escapeHtml.js";
import {isNotebook} from "./studyNotebooks.js";

/** The study's notebooks as a list, each marked exploratory or, where it names one, by its plan. */
export function listNotebooks(pages: readonly Page[]): string {
  const items = pages.filter(isNotebook).map(({address, markdown}) => {
    const {plan} = frontMatter(markdown) as {plan?: string};
    const title = /^# (.+)$/m.exec(markdown)?.[1] ?? address;
    const kind = plan === undefined ? words.exploratory : words.confirmatory(escapeHtml(plan));
    return `<li><a href="./${address.replace("notebooks/", "")}">${escapeHtml(title)}</a> (${kind})</li>`;
  });
  return items.length === 0 ? words.none : `<ul class="notebook-list">${items.join("")}</ul>`;
}
