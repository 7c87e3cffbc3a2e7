import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {siteFooter} from "./loaders/site/furniture/siteFooter.js";
import {siteHeader} from "./loaders/site/furniture/siteHeader.js";
import {upFrom} from "./loaders/site/furniture/upFrom.js";
import type {SiteFrame} from "./loaders/site/siteFrame.js";

/** The stage that `build` and `dev` make; without one, `observable preview` shows src as it lies there, marks unfilled. */
const stage = process.env.LONGVIEW_STAGE;
const described = stage === undefined ? "" : join(stage, "site.json");

const frame: SiteFrame = existsSync(described)
  ? (JSON.parse(readFileSync(described, "utf8")) as SiteFrame)
  : {
      title: "Longview",
      synthetic: false,
      language: "en",
      foot: "",
      pages: [],
      about: {version: "", citation: "", bibtex: ""},
      fontRules: "",
      files: []
    };

/** The preview serves no file at its own address, a build has them there. */
const fonts = (path: string): string =>
  process.env.LONGVIEW_PREVIEW === undefined ? `${upFrom(path)}fonts/` : "/_file/fonts/";
/** The text in a style sheet: whatever is no letter or digit is escaped. */
const cssText = (text: string): string =>
  Array.from(text, (character) =>
    /[\p{L}\p{N}]/u.test(character) ? character : `\\${character.codePointAt(0)?.toString(16)} `
  ).join("");
const paper = `@page{@bottom-left{content:"${cssText(frame.foot)}"}}`;
const head = ({path}: {path: string}): string =>
  `<link rel="icon" href="data:,"><style>${frame.fontRules.replaceAll("@fonts/", fonts(path))}${paper}</style>`;

export default {
  title: frame.title,
  root: stage === undefined ? "src" : join(stage, "src"),
  output: stage === undefined ? ".longview/preview" : join(stage, "dist"),
  style: "style/theme.css",
  globalStylesheets: [],
  dynamicPaths: frame.files,
  head,
  header: ({path}: {path: string}) => siteHeader(frame, path),
  footer: ({path}: {path: string}) => siteFooter(frame, path),
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  preserveExtension: true,
  preserveIndex: true
};
