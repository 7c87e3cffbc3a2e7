import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {avoidedWords} from "./avoidedWords.js";

/** Modules that hold what readers meet, and pages. */
const written = ["src/words", "src/findings", "src/robustness", "src/index.md", "src/robustness.md", "src/glossary.md"];

const files = written.flatMap((place) =>
  /\.\w+$/.test(place)
    ? [place]
    : readdirSync(place, {recursive: true, encoding: "utf8"})
        .filter((name) => /\.md$|\.en\.ts$/.test(name) || place === "src/words")
        .filter((name) => /\.(md|ts)$/.test(name))
        .map((name) => join(place, name))
);

/** What a reader meets of a file: of a module its strings, without their expressions; of a page its text. */
function readOf(file: string): string {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".md")) return text.replace(/^---[\s\S]*?---/, "").replaceAll(/@\{[^}]*\}|<[^>]*>/g, " ");
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^import .*$/gm, "");
  return Array.from(code.matchAll(/"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g), ([, plain, template]) =>
    (plain ?? template ?? "").replaceAll(/\$\{[^}]*\}/g, " ")
  ).join("\n");
}

describe("what readers meet", () => {
  it.each(files)("%s has none of the words that a reader stumbles over", (file) => {
    const text = readOf(file);
    expect(avoidedWords.flatMap(([pattern]) => pattern.exec(text)?.[0] ?? [])).toEqual([]);
  });
});
