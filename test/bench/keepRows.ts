import {existsSync, readFileSync, writeFileSync} from "node:fs";

/** Puts rows into a table of test/output, each in place of the one whose first cells, so many, are the same; others stay. */
export function keepRows(
  name: string,
  words: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  {cells = 1} = {}
): void {
  const file = `test/output/${name}.md`;
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  const keyOf = (text: string): string => text.split(" | ").slice(0, cells).join(" | ").replace(/ \|$/, "");
  const before = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const kept = new Map(before.filter((text) => text.startsWith("| ")).map((text) => [keyOf(text), text]));
  for (const row of rows) kept.set(keyOf(line(row)), line(row));
  for (const text of [line(head), line(head.map(() => "---"))]) kept.delete(keyOf(text));
  const table = [line(head), line(head.map(() => "---")), ...kept.values()];
  writeFileSync(file, `${words}\n\n${table.join("\n")}\n`);
}
