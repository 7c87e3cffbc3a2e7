import type {SiteFrame} from "../siteFrame.js";
import {siteFooter} from "./siteFooter.js";
import {siteHead} from "./siteHead.js";
import {siteHeader} from "./siteHeader.js";

/**
 * A page as Framework builds it, with what its configuration would put around it: of that, Framework parses every part of
 * every page three times over.
 *
 * @param path  "/findings/departments"
 * @throws {Error} if the page is not as Framework builds pages
 */
export function surroundPage(html: string, frame: SiteFrame, path: string): string {
  /** puts a part between two strings where they last stand side by side */
  const between = (page: string, before: string, part: string, after: string): string => {
    const at = page.lastIndexOf(before + after);
    if (at < 0) throw new Error(`${path}: no ${JSON.stringify(before + after)} in the page that Framework built`);
    const cut = at + before.length;
    return `${page.slice(0, cut)}\n${part}${page.slice(cut)}`;
  };
  const head = html.indexOf("</head>");
  const headed = between(html.slice(0, head), "", siteHead(frame, path), '\n<script type="module">') + html.slice(head);
  const header = `<header id="observablehq-header">\n${siteHeader(frame, path)}\n</header>`;
  const footer = `<footer id="observablehq-footer">\n<div>${siteFooter(frame, path)}</div>\n</footer>`;
  const begun = between(headed, '<div id="observablehq-center">', header, "\n<main ");
  return between(begun, "</main>", footer, "\n</div>\n</body>");
}
