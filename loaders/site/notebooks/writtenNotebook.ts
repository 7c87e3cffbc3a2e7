import {parse} from "acorn";
import {atHand, libraries, moduleOf} from "../../../src/notebook/atHand.js";
import {nearestName} from "../../../src/stats/errors/nearestName.js";

/** A notebook that is left out of the build, and where in it the fault is. */
export class NotebookError extends Error {
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.name = "NotebookError";
  }
}

const packages: Readonly<Record<string, string>> = {
  "@observablehq/plot": "plot",
  d3: "d3",
  arquero: "arquero",
  "@observablehq/inputs": "inputs",
  htl: "htl"
};
const fence = /^```(js|sql)([^\n]*)\n([\s\S]*?)^```[ \t]*$/gm;
const importing = /^import\s+(?:\*\s+as\s+(\w+)|(\w+)|\{([^}]*)\})\s+from\s+"([^"]+)";?[ \t]*$/gm;

/**
 * A page's cells with what they import turned to the site's own modules, what they name without an import at hand, SQL
 * cells asked of the released tables, the code of each a click away, and figures with their downloads at work.
 *
 * @throws {NotebookError} naming file and line, where a cell is no code or imports what is not there
 */
export function writtenNotebook(markdown: string, file: string): string {
  const named = new Set<string>();
  const cells = markdown.replaceAll(fence, (_, language: string, attributes: string, code: string, at: number) => {
    const line = markdown.slice(0, at).split("\n").length + 1;
    const body =
      language === "sql"
        ? askedOf(code, attributes)
        : turned(code, (offset, message) => {
            throw new NotebookError(file, line + offset, message);
          });
    checkSyntax(body, code, file, line);
    for (const [name] of code.matchAll(/\b[A-Za-z]\w*\b/g)) if (Object.hasOwn(libraries, name)) named.add(name);
    if (language === "sql") named.add("db");
    const shown = /\bimport\b|FileAttachment/.test(code) && !/display\(/.test(code);
    return shown ? fenced(body) : `${fenced(body)}\n\n${codeOf(code)}`;
  });
  const declared = new Set(Array.from(cells.matchAll(/^(?:const|let) \{?(\w+)/gm), ([, name]) => name));
  const given = [...named].filter((name) => !declared.has(name)).map(bringing);
  return [cells, ...(given.length > 0 ? [fenced(given.join("\n"))] : []), fenced(enlivening)].join("\n\n");
}

const enlivening = `(await ${loading("enliven")}).enliven();\n`;

/** Framework leaves an import alone whose address is not written out. */
function loading(file: string): string {
  return `import(new URL("longview:runtime/${file}.js", document.baseURI).href)`;
}

function bringing(name: string): string {
  if (name === "db") return `const {db, shown} = await ${loading("sql")};`;
  return `const ${name} = await ${loading(libraries[name as keyof typeof libraries])};`;
}

function turned(code: string, refuse: (line: number, message: string) => never): string {
  return code.replaceAll(
    importing,
    (
      whole,
      all: string | undefined,
      single: string | undefined,
      several: string | undefined,
      from: string,
      at: number
    ) => {
      const line = code.slice(0, at).split("\n").length - 1;
      if (/^\.{1,2}\//.test(from)) return whole;
      if (from !== "longview") {
        const module = Object.hasOwn(packages, from) ? packages[from] : undefined;
        if (module === undefined)
          return refuse(line, `no such module: ${from}; there are longview, ${Object.keys(packages).join(", ")}`);
        const names = all ?? (single ? `{default: ${single}}` : `{${renamed(several)}}`);
        return `const ${names} = await ${loading(module)};`;
      }
      if (several === undefined)
        return refuse(line, `longview is imported by name: import {ols, tables} from "longview"`);
      return several
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean)
        .map((part) => {
          const [name = "", local] = part.split(/\s+as\s+/);
          const module = moduleOf(name);
          if (module === undefined) return refuse(line, missing(name));
          return `const {${local ? `${name}: ${local}` : name}} = await ${loading(module)};`;
        })
        .join(" ");
    }
  );
}

function missing(name: string): string {
  const meant = nearestName(name, Object.values(atHand).flat());
  return `longview has no ${name}${meant ? `; did you mean ${meant}?` : ""}`;
}

function renamed(names: string | undefined): string {
  return (names ?? "").replaceAll(/\s+as\s+/g, ": ");
}

/** An SQL cell: its rows shown as a table, or under the name that \`id=\` gives them. */
function askedOf(code: string, attributes: string): string {
  const name = /\bid=(\w+)/.exec(attributes)?.[1];
  const asked = `await db.sql\`${code.trim().replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
  return name === undefined ? `display(shown(${asked}));\n` : `const ${name} = ${asked};\n`;
}

function checkSyntax(body: string, code: string, file: string, line: number): void {
  try {
    parse(body, {ecmaVersion: 2022, sourceType: "module"});
  } catch (error) {
    const {message, loc} = error as {message: string; loc?: {line: number}};
    const offset = Math.min(loc?.line ?? 1, code.trimEnd().split("\n").length) - 1;
    throw new NotebookError(file, line + offset, message.replace(/ \(\d+:\d+\)$/, ""));
  }
}

function fenced(code: string): string {
  return `\`\`\`js\n${code.trimEnd()}\n\`\`\``;
}

/** The code of a cell, for who asks for it. */
function codeOf(code: string): string {
  const text = code.trim().replaceAll(/[&<>$\n]/g, (character) => `&#${character.codePointAt(0)};`);
  return `<details class="cell-shown"><summary>Code</summary><pre tabindex="0"><code>${text}</code></pre></details>`;
}
