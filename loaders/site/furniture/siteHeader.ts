import {say} from "../../../src/words/say.js";
import {pageCalled} from "./pageCalled.js";
import {navigationGroups} from "../navigation.js";
import type {FramedPage, SiteFrame} from "../siteFrame.js";
import {escapeHtml} from "./escapeHtml.js";
import {linkFrom} from "./linkFrom.js";

/** The head of a page: the study's name, a search that a browser brings to life, and the pages by group. */
export function siteHeader({title, synthetic, pages}: SiteFrame, path: string): string {
  const notice = synthetic
    ? `<p class="site-notice">${say("Synthetic reconstruction. The data are simulated: no figure comes from a real organisation.")}</p>`
    : "";
  return `<a class="skip-link" href="#observablehq-main">${say("Skip to the text")}</a>
<div class="site-header"><a class="site-name" href="${linkFrom(path, "index.html")}">${escapeHtml(title)}</a>
<search class="site-search" hidden><label><span class="visually-hidden">${say("Search pages, measures and terms")}</span><input type="search" placeholder="${say("Search")}" autocomplete="off" spellcheck="false"></label></search>
<nav class="site-nav" aria-label="${say("Pages")}">${groups(pages, path).join("")}</nav></div>
${notice}`;
}

function groups(pages: readonly FramedPage[], path: string): string[] {
  const link = ({address, nav}: FramedPage): string => {
    const current = isAt(address, path) ? ' aria-current="page"' : "";
    return `<a href="${linkFrom(path, address)}"${current}>${escapeHtml(nav)}</a>`;
  };
  return navigationGroups.flatMap((group) => {
    const own = pages.filter((page) => page.group === group);
    const [only] = own;
    if (!only) return [];
    if (own.length === 1) return [link({...only, nav: pageCalled(only, pages)})];
    const here = own.some(({address}) => isAt(address, path)) ? ' class="site-nav-here"' : "";
    return [
      `<details name="site-nav"${here}><summary>${say(group)}</summary><ul>${own.map((page) => `<li>${link(page)}</li>`).join("")}</ul></details>`
    ];
  });
}

const isAt = (address: string, path: string): boolean => path === `/${address.replace(/\.html$/, "")}`;
