import {escapeHtml} from "./escapeHtml.js";

/** A cell as Notebook Kit's file has it. */
export interface WrittenCell {
  readonly mode: "js" | "md" | "sql";
  readonly value: string;
  /** the name of an SQL cell's rows */
  readonly output?: string;
  readonly pinned?: boolean;
}

const types = {js: "module", md: "text/markdown", sql: "application/sql"} as const;

/** Cells as a file of Notebook Kit's open format, which also opens elsewhere. */
export function notebookFile(title: string, cells: readonly WrittenCell[]): string {
  const scripts = cells.map(({mode, value, output, pinned = mode !== "md"}, i) => {
    const attributes = [
      `id="${i + 1}" type="${types[mode]}"`,
      pinned ? "pinned" : "",
      mode === "sql" ? 'database="var:db"' : "",
      output ? `output="${output}"` : ""
    ].filter(Boolean);
    const text = value.replaceAll(/<(?=\\*\/script(\s|>))/gi, "<\\").replaceAll(/^(?=.)/gm, "    ");
    return `  <script ${attributes.join(" ")}>\n${text}\n  </script>`;
  });
  return `<!doctype html>\n<notebook>\n  <title>${escapeHtml(title)}</title>\n${scripts.join("\n")}\n</notebook>\n`;
}

const fence = /^```(js|sql)([^\n]*)\n([\s\S]*?)^```[ \t]*$/gm;
const imports =
  /^import [^\n]* from "(longview|@observablehq\/plot|d3|arquero|@observablehq\/inputs|htl)";?[ \t]*\n?/gm;

/** A page that was written in an editor as cells, so that a copy of it can be edited in a browser. */
export function cellsOf(markdown: string): {title: string; cells: WrittenCell[]} {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, "");
  const title = /^# (.+)$/m.exec(body)?.[1] ?? "Untitled notebook";
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
