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
  const parts = [
    ['\n<script type="module">', `\n${siteHead(frame, path)}`, "before"],
    [
      '<div id="observablehq-center">',
      `\n<header id="observablehq-header">\n${siteHeader(frame, path)}\n</header>`,
      "after"
    ],
    [
      "</main>\n</div>\n</body>",
      `\n<footer id="observablehq-footer">\n<div>${siteFooter(frame, path)}</div>\n</footer>`,
      "main"
    ]
  ] as const;
  let page = html;
  for (const [place, part, where] of parts) {
    const at = where === "main" ? page.lastIndexOf(place) : page.indexOf(place);
    if (at < 0) throw new Error(`${path}: no ${JSON.stringify(place)} in the page that Framework built`);
    const cut = where === "before" ? at : where === "after" ? at + place.length : at + "</main>".length;
    page = `${page.slice(0, cut)}${part}${page.slice(cut)}`;
  }
  return page;
}
