/**
 * Runs notebooks in a process of their own, where the page's globals are theirs: what each cell shows, as markup, so that
 * a reader without JavaScript sees it too. Reads {published, notebooks} as JSON, writes the answers as JSON.
 */
import {text as readAll} from "node:stream/consumers";
import {JSDOM} from "jsdom";
import {columnsOf} from "../../../src/notebook/columnsOf.js";
import {makingTable} from "../../../src/notebook/makingTable.js";
import type {Published} from "../../../src/notebook/tables.js";

const {window} = new JSDOM("<!doctype html><main></main>", {pretendToBeVisual: true});
Object.assign(globalThis, {
  document: window.document,
  window,
  Element: window.Element,
  Node: window.Node,
  Text: window.Text,
  HTMLElement: window.HTMLElement,
  DOMParser: window.DOMParser
});

const {runCells} = await import("./runCells.js");
const {deserialize} = await import("@observablehq/notebook-kit");

interface Asked {
  readonly published: Published;
  readonly notebooks: Readonly<Record<string, string>>;
}

async function database({tables}: Published): Promise<{sql(strings: readonly string[], ...values: never[]): unknown}> {
  // most notebooks ask it nothing
  const {DuckDBInstance} = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:", {threads: "1"})).connect();
  for (const [name, table] of Object.entries(tables)) {
    const columns = Object.entries(columnsOf(table));
    if (columns.length > 0) await connection.run(makingTable(name, columns));
  }
  await connection.run("SET enable_external_access = false");
  return {
    async sql(strings, ...values) {
      const statement = await connection.prepare(strings.reduce((before, part, i) => `${before}$${i}${part}`));
      statement.bind(values);
      const rows = await (await statement.run()).getRowObjectsJS();
      return rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [name, typeof cell === "bigint" ? Number(cell) : cell])
        )
      );
    }
  };
}

const {published, notebooks} = JSON.parse(await readAll(process.stdin)) as Asked;
let db: ReturnType<typeof database> | undefined;
const answers: Record<string, unknown> = {};
for (const [slug, file] of Object.entries(notebooks)) {
  try {
    answers[slug] = await runCells(deserialize(file), published, () => (db ??= database(published)));
  } catch (error) {
    answers[slug] = {error: error instanceof Error ? error.message : String(error)};
  }
}
// a pipe takes what it has room for, and the rest when that has been read
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
