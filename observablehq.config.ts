import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** The stage that `build` and `dev` make; without one, `observable preview` shows src as it lies there, marks unfilled. */
const stage = process.env.LONGVIEW_STAGE;
const described = stage === undefined ? "" : join(stage, "site.json");

interface Frame {
  readonly title: string;
  readonly synthetic: boolean;
  readonly foot: string;
  readonly pages: readonly {readonly address: string; readonly nav: string}[];
  readonly fontRules: string;
  readonly files: readonly string[];
}

const frame: Frame = existsSync(described)
  ? (JSON.parse(readFileSync(described, "utf8")) as Frame)
  : {title: "Longview", synthetic: false, foot: "", pages: [], fontRules: "", files: []};

const escape = (text: string): string => text.replaceAll(/[&<>"'$]/g, (character) => `&#${character.codePointAt(0)};`);
const up = (path: string): string => "../".repeat(path.split("/").length - 2) || "./";

function header({path}: {path: string}): string {
  const links = frame.pages.map(({address, nav}) => {
    const current = path === `/${address.replace(/\.html$/, "")}` ? ' aria-current="page"' : "";
    return `<a href="${up(path)}${address}"${current}>${escape(nav)}</a>`;
  });
  const notice = frame.synthetic
    ? '<p class="site-notice">Synthetic reconstruction: simulated data, no figure of any real organisation.</p>'
    : "";
  return `<a class="skip-link" href="#observablehq-main">Skip to the text</a>
<div class="site-header"><a class="site-name" href="${up(path)}index.html">${escape(frame.title)}</a><nav aria-label="Pages">${links.join("")}</nav></div>
${notice}`;
}

/** The preview serves no file at its own address, a build has them there. */
const fonts = (path: string): string =>
  process.env.LONGVIEW_PREVIEW === undefined ? `${up(path)}fonts/` : "/_file/fonts/";
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
  header,
  footer: "",
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  preserveExtension: true,
  preserveIndex: true
};
