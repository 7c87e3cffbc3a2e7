import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";

const reads =
  /(?:\b[mM]essage|String\((?:error|cause|reason|thrown)\))(?:\(\))?\??\.(?:includes|match|matchAll|startsWith|endsWith|search|indexOf)\(|\.(?:test|exec)\((?:[^()]|\([^()]*\))*?(?:\b[mM]essage\b|String\((?:error|cause|reason|thrown)\))|\b[mM]essage (?:===|!==) |switch \([^)]*message/;

/** Where another's words are all there is: the database's, which are taken apart here alone, and the language's. */
const places = ["loaders/study/databaseFault.ts", "src/notebook/live/failureOf.ts"];

it("nothing is told apart by the words of an error", () => {
  const found = ["src", "loaders"].flatMap((root) =>
    readdirSync(root, {recursive: true, encoding: "utf8"})
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(root, file))
      .filter((file) => !places.includes(file))
      .flatMap((file) =>
        readFileSync(file, "utf8")
          .split("\n")
          .flatMap((line, i) => (reads.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : []))
      )
  );
  expect(found).toEqual([]);
});

it.each([
  'if (error.message.startsWith("IO Error")) return;',
  "/No space left/.test(error.message)",
  "const kind = /^\\w+/.exec(error instanceof Error ? error.message : '')",
  'return message.includes("space");',
  "if (message === 'no rows') skip();",
  "/full/.test(String(error))"
])("finds %s", (line) => {
  expect(reads.test(line)).toBe(true);
});

it.each(["new Error(`${error.message}; run it again`)", "error.message.length", 'tell("a message", includes)'])(
  "passes %s",
  (line) => {
    expect(reads.test(line)).toBe(false);
  }
);
