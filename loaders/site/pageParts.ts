import type {Page} from "./pages.js";
import {runtimeFolder} from "./stageNotebooks.js";

/** asked for when somebody first comes to a figure, so that a page that is only read does not load it */
const offering = `for (const event of ["pointerover", "focusin"])
  document.querySelector("main")?.addEventListener(event, async () => {
    (await import(new URL("longview:runtime/offer.js", document.baseURI).href)).offerNotebooks();
  }, {once: true});`;

/** On a finding's page: what its controls need, fetched when somebody uses them. */
const answering = (up: string): string => `

\`\`\`js
import {listen} from "${up}answering/listen.js";
listen({
  load: () => import("${up}answering/answering.js"),
  study: () => FileAttachment("${up}data/study.json").json(),
  findings: () => FileAttachment("${up}data/findings.json").json(),
  tables: () => FileAttachment("${up}data/released.json").json(),
  worker: () => new Worker(import.meta.resolve("${up}answering/worker/worker.js"), {type: "module", name: document.documentElement.lang})
});
\`\`\`
`;

/** Pages whose figures are drawn at build time get what brings them to life in a browser; every figure opens as a notebook. */
export function enliven(markdown: string, {file}: Pick<Page, "file">): string {
  if (file === "explore.md") return `${markdown}\n\n\`\`\`js\n${offering}\n\`\`\`\n`;
  if (!markdown.includes("data-figure")) return markdown;
  const up = file.includes("/") ? "../" : "./";
  const answers = markdown.includes("data-answering") ? answering(up) : "";
  return `${markdown}${answers}\n\n\`\`\`js\nimport {enhanceFigures} from "${up}components/controls/enhanceFigures.js";\nenhanceFigures();\n${offering}\n\`\`\`\n`;
}

/** A page that finds what runs notebooks: a preview serves no file at its own address, a build has it there. */
export function pointToRuntime({file, markdown}: Page, {preview}: {preview: boolean}): string {
  const folder = preview ? `/_file/${runtimeFolder}/` : `${file.includes("/") ? "../" : "./"}${runtimeFolder}/`;
  return markdown.replaceAll("longview:runtime/", folder);
}
