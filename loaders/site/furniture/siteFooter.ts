import {say} from "../../../src/words/say.js";
import type {SiteFrame, StudyImprint} from "../siteFrame.js";
import {escapeHtml} from "./escapeHtml.js";
import {pageCalled} from "./pageCalled.js";
import {linkFrom} from "./linkFrom.js";
import {dayInWords} from "../dayInWords.js";

/** The foot of a page: the pages before and after it, whose study this is, how to cite it. */
export function siteFooter(frame: SiteFrame, path: string): string {
  return `${beforeAndAfter(frame, path)}${imprint(frame, path)}`;
}

function beforeAndAfter({pages}: SiteFrame, path: string): string {
  const at = pages.findIndex(({address}) => path === `/${address.replace(/\.html$/, "")}`);
  if (at < 0) return "";
  const link = (step: number, label: string, rel: string): string => {
    const page = pages[at + step];
    if (!page) return "";
    return `<a rel="${rel}" href="${linkFrom(path, page.address)}"><span>${label}</span> ${escapeHtml(pageCalled(page, pages))}</a>`;
  };
  return `<nav class="page-turner" aria-label="${say("Previous and next page")}">${link(-1, say("Previous"), "prev")}${link(1, say("Next"), "next")}</nav>`;
}

function imprint({title, synthetic, about}: SiteFrame, path: string): string {
  const facts: [string, string | undefined][] = [
    [say("Published"), about.published && `<time datetime="${about.published}">${dayInWords(about.published)}</time>`],
    [say("Data version"), `<code>${about.version}</code>`],
    [say("Next release"), about.nextRelease && escapeHtml(about.nextRelease)],
    [say("Contact"), about.contact && linked(about.contact.name, about.contact.address)],
    [say("Data licence"), (about.licences ?? []).map(({title: called, address}) => linked(called, address)).join("; ")]
  ];
  const items = facts.flatMap(([name, value]) => (value ? [`<div><dt>${name}</dt><dd>${value}</dd></div>`] : []));
  return `<p class="site-study">${escapeHtml(title)}${synthetic ? ` · ${say("synthetic data")}` : ""} · ${say("past figures stay as published")}</p>
<dl class="site-facts">${items.join("")}</dl>${citing(about, path)}`;
}

function citing({citation, bibtex}: StudyImprint, path: string): string {
  return `<details class="site-cite"><summary>${say("How to cite this study")}</summary><p>${escapeHtml(citation)}</p>
<pre tabindex="0"><code>${escapeHtml(bibtex)}</code></pre><p><a href="${linkFrom(path, "CITATION.cff")}">CITATION.cff</a></p></details>`;
}

const linked = (text: string, address?: string): string =>
  address === undefined
    ? escapeHtml(text)
    : `<a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer">${escapeHtml(text)}</a>`;
