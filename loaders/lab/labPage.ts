import {readFile} from "node:fs/promises";
import {contentPolicy} from "../site/contentPolicy.js";
import {escapeHtml} from "../site/furniture/escapeHtml.js";
import {labMark} from "../site/labMark.js";

const script = 'import {openLab} from "./runtime/lab.js"; openLab(document.querySelector("#notebook"));';

/** The one page of the lab. */
export async function labPage(title: string): Promise<string> {
  const styles = await Promise.all(
    ["theme.css", "notebook.css"].map((name) => readFile(new URL(`../../src/style/${name}`, import.meta.url), "utf8"))
  );
  return `<!doctype html>
<html lang="en" ${labMark}><head>
<meta http-equiv="Content-Security-Policy" content="${contentPolicy([script], {notebook: true})}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lab: ${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${styles.join("\n")}</style>
</head><body><div id="observablehq-center"><main id="observablehq-main">
<p class="eyebrow">Not for publication</p>
<h1>Lab: ${escapeHtml(title)}</h1>
<p>SQL cells here read the study's rows, on this machine alone. Nothing of the lab can be published: a result worth publishing
becomes a released table, which <code>longview table new</code> begins.</p>
<div id="notebook"></div>
</main></div><script type="module">${script}</script></body></html>
`;
}
