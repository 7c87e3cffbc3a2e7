import type {WrittenCell} from "../../../src/notebook/notebookFile.js";

const fence = /^```(js|sql)([^\n]*)\n([\s\S]*?)^```[ \t]*$/gm;
const imports =
  /^import [^\n]* from "(longview|@observablehq\/plot|d3|arquero|@observablehq\/inputs|htl)";?[ \t]*\n?/gm;

/** A page that was written in an editor as cells, so that a copy of it can be edited in a browser. */
export function cellsOf(markdown: string): {title: string; cells: WrittenCell[]} {
  const page = markdown.replace(/^---\n[\s\S]*?\n---\n/, "");
  const title = /^# (.+)$/m.exec(page)?.[1] ?? "Untitled notebook";
  const body = page.replace(/^# .+$/m, "");
  const cells: WrittenCell[] = [];
  let end = 0;
  const prose = (text: string): void => {
    if (text.trim() !== "") cells.push({mode: "md", value: text.trim()});
  };
  for (const match of body.matchAll(fence)) {
    const [whole, mode, attributes = "", code = ""] = match;
    prose(body.slice(end, match.index));
    end = match.index + whole.length;
    const value = code.replaceAll(imports, "").trim();
    if (value !== "") cells.push({mode: mode as "js" | "sql", value, output: /\bid=(\w+)/.exec(attributes)?.[1]});
  }
  prose(body.slice(end));
  return {title, cells};
}
