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
  return `<!doctype html>\n<notebook>\n  <title>${escaped(title)}</title>\n${scripts.join("\n")}\n</notebook>\n`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`);
}
