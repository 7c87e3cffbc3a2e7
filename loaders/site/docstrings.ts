import {readFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";

/** What a cell has at hand and what is said of it where it is written. */
export interface Docstring {
  readonly module: string;
  readonly name: string;
  readonly words: string;
  readonly example: string;
}

const modules = ["engine", "figures", "released", "tables", "comparison", "background", "progress", "sql"];
const documented = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:const|async function\*?|function) (\w+)/g;

/** The docstrings of what a cell has at hand, each with its example, read from its source, so that none can fall behind. */
export async function docstrings(): Promise<Docstring[]> {
  const found: Docstring[] = [];
  for (const module of modules) {
    const file = fileURLToPath(new URL(`../../src/notebook/${module}.ts`, import.meta.url));
    for (const [, comment = "", name = ""] of (await readFile(file, "utf8")).matchAll(documented)) {
      const text = comment.replaceAll(/^\s*\* ?/gm, "").trim();
      const [words = "", example] = text.split(/\n?@example /);
      if (example === undefined) continue;
      const place = module === "tables" ? "released" : module;
      found.push({module: place, name, words: words.replaceAll(/\s+/g, " ").trim(), example: example.trim()});
    }
  }
  return found;
}
