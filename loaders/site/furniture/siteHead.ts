import {readFileSync} from "node:fs";
import type {SiteFrame} from "../siteFrame.js";
import {linkFrom} from "./linkFrom.js";

/** The style of pages of notebooks, which no other page needs. */
const notebookRules = readFileSync(new URL("../../../src/style/notebook.css", import.meta.url), "utf8");

/**
 * What the head of a page has of the study: its fonts and what stands at the foot of a printed page.
 *
 * @param path  "/findings/departments"
 * @param fonts  the folder of the fonts; in place of the one beside the pages
 */
export function siteHead(
  {fontRules, foot}: SiteFrame,
  path: string,
  {fonts = linkFrom(path, "fonts")}: {readonly fonts?: string} = {}
): string {
  const paper = `@page{@bottom-left{content:"${cssText(foot)}"}}`;
  const own = path.startsWith("/notebooks/") ? notebookRules : "";
  return `<link rel="icon" href="data:,"><style>${fontRules.replaceAll("@fonts/", `${fonts}/`)}${paper}${own}</style>`;
}

/** The text in a style sheet: whatever is no letter or digit is escaped. */
const cssText = (text: string): string =>
  Array.from(text, (character) =>
    /[\p{L}\p{N}]/u.test(character) ? character : `\\${character.codePointAt(0)?.toString(16)} `
  ).join("");
