import type {Page} from "./pages.js";
import {runtimeFolder} from "./stageNotebooks.js";

/** Pages whose figures are drawn at build time get what brings them to life in a browser. */
export function enliven(markdown: string, {file}: Pick<Page, "file">): string {
  if (!markdown.includes("data-figure")) return markdown;
  const up = file.includes("/") ? "../" : "./";
  return `${markdown}\n\n\`\`\`js\nimport {enhanceFigures} from "${up}components/controls/enhanceFigures.js";\nenhanceFigures();\n\`\`\`\n`;
}

/** A page that finds what runs notebooks: a preview serves no file at its own address, a build has it there. */
export function pointToRuntime({file, markdown}: Page, {preview}: {preview: boolean}): string {
  const folder = preview ? `/_file/${runtimeFolder}/` : `${file.includes("/") ? "../" : "./"}${runtimeFolder}/`;
  return markdown.replaceAll("longview:runtime/", folder);
}
