import type {Page} from "./pages.js";

const mark = "/* every released table */";

/** Where a page asks for every released table, each as an attachment by its name: Framework takes only literal paths. */
export function attachTables(markdown: string, {file}: Pick<Page, "file">, names: readonly string[]): string {
  const up = file.includes("/") ? "../" : "./";
  return markdown.replace(mark, names.map((name) => `${name}: FileAttachment("${up}data/${name}.json")`).join(", "));
}
