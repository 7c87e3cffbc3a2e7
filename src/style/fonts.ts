import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {coversAny} from "./coversAny.js";

/** One font file to be served: where it lies, and the name under which the rules ask for it. */
export interface FontFile {
  readonly path: string;
  readonly name: string;
}

export interface Fonts {
  readonly files: readonly FontFile[];
  /** the `@font-face` rules; they go into a `<style>`, since Framework's build breaks on woff2 addresses in a stylesheet */
  readonly rules: string;
}

export interface FontsOptions {
  /** where the files are served, ending with a slash, as the page sees it */
  base?: string;
  /** all the text that the rules must be able to set; Japanese subsets without a character of it are left out */
  text?: string;
}

const require = createRequire(import.meta.url);

const faces = [
  {stylesheet: "@fontsource-variable/source-serif-4/wght.css", subsets: /^source-serif-4-latin(-ext)?-wght-normal$/},
  {stylesheet: "@fontsource-variable/source-serif-4/wght-italic.css", subsets: /^source-serif-4-latin-wght-italic$/},
  {stylesheet: "@fontsource-variable/inter/wght.css", subsets: /^inter-(latin|latin-ext|greek)-wght-normal$/},
  {stylesheet: "@fontsource-variable/noto-sans-jp/wght.css", subsets: /^noto-sans-jp-\[?\d+\]?-wght-normal$/}
] as const;

/** The fonts of the site, self-hosted: which files of which packages, and the rules that name them. */
export function fonts({base = "/fonts/", text = ""}: FontsOptions = {}): Fonts {
  const needed = japaneseIn(text);
  const files: FontFile[] = [];
  const rules: string[] = [];
  for (const {stylesheet, subsets} of faces) {
    const path = require.resolve(stylesheet);
    for (const {name, rule} of parseFaces(readFileSync(path, "utf8"))) {
      if (
        !subsets.test(name) ||
        (name.startsWith("noto") && !coversAny(/unicode-range: ([^;]+);/.exec(rule)?.[1], needed))
      )
        continue;
      rules.push(
        rule.replace(/url\(\.\/files\/([^)]+)\)/, (_, file: string) => {
          files.push({path: join(dirname(path), "files", file), name: file});
          return `url(${base}${file})`;
        })
      );
    }
  }
  return {files, rules: rules.join("\n")};
}

function parseFaces(stylesheet: string): {name: string; rule: string}[] {
  return Array.from(stylesheet.matchAll(/\/\* (\S+) \*\/\s*(@font-face \{[^}]*\})/g), ([, name = "", rule = ""]) => ({
    name,
    rule: rule.replace(/\s+/g, " ")
  }));
}

/** A text is megabytes long, and almost all of it Latin: only what may need a subset is made into characters. */
function japaneseIn(text: string): Set<number> {
  const runs = text.match(/[\u{2e80}-\u{10ffff}]+/gu) ?? [];
  return new Set(Array.from(runs.join(""), (character) => character.codePointAt(0) ?? 0));
}
