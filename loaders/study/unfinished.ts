import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import type {Violation} from "./violation.js";

const mark = /FINISH(?:: (.*))?/;

/** What a proposed study still leaves to a person: texts of the data package and lines of SQL that say FINISH. */
export async function unfinished(description: unknown, file: string, mappings: Iterable<string>): Promise<Violation[]> {
  const found = [...marksIn(description, file, [])];
  for (const mapping of mappings) {
    const lines = (await readFile(mapping, "utf8")).split("\n");
    for (const [i, line] of lines.entries()) {
      const asked = mark.exec(line);
      if (asked) found.push(violation({file: `sql/${basename(mapping)}`, row: i + 1}, asked[1]));
    }
  }
  return found;
}

function* marksIn(value: unknown, file: string, path: readonly string[]): Iterable<Violation> {
  if (typeof value === "string") {
    const asked = mark.exec(value);
    if (asked && value.startsWith("FINISH")) yield violation({file, column: path.join(".")}, asked[1]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* marksIn(inner, file, [...path, key]);
  }
}

const violation = (place: Omit<Violation, "rule">, asked: string | undefined): Violation => ({
  ...place,
  rule: `to be finished${asked ? `: ${asked}` : ""}`,
  remedy: "Write it, and remove the mark"
});
