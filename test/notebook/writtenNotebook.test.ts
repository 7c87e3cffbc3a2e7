import {deserialize} from "@observablehq/notebook-kit";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {docstrings} from "../../loaders/site/docstrings.js";
import {cellsOf} from "../../loaders/site/notebooks/cellsOf.js";
import {notebookFile} from "../../src/notebook/notebookFile.js";
import {makeNotebooks} from "../../loaders/site/notebooks/studyNotebooks.js";
import {writtenNotebook} from "../../loaders/site/notebooks/writtenNotebook.js";
import * as engine from "../../src/notebook/engine.js";
import * as figures from "../../src/notebook/figures.js";
import {atHand} from "../../src/notebook/atHand.js";

const page = (code: string, language = "js"): string => `# A title\n\nProse.\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;

describe("writtenNotebook(markdown, file)", () => {
  it("turns what a page imports from longview to the modules that hold it", () => {
    const made = writtenNotebook(page('import {ols, scatter as draw} from "longview";'), "notebooks/a.md");
    expect(made).toContain('const {ols} = await import(new URL("longview:runtime/engine.js", document.baseURI).href);');
    expect(made).toContain('const {scatter: draw} = await import(new URL("longview:runtime/figures.js"');
  });

  it("brings what a cell names without an import, and asks SQL of the released tables", () => {
    expect(writtenNotebook(page("Plot.plot({marks: []})"), "a.md")).toContain(
      'const Plot = await import(new URL("longview:runtime/plot.js"'
    );
    const asked = writtenNotebook(page("SELECT 1 AS one", "sql"), "a.md");
    expect(asked).toContain("display(shown(await db.sql`SELECT 1 AS one`))");
    expect(asked).toContain('const {db, shown} = await import(new URL("longview:runtime/sql.js"');
  });

  it("refuses by file and line a name that longview lacks, a module that is not there, and what is no code", () => {
    expect(() => writtenNotebook(page('const a = 1;\nimport {olss} from "longview";'), "notebooks/a.md")).toThrow(
      "notebooks/a.md:7: longview has no olss; did you mean ols?"
    );
    expect(() => writtenNotebook(page('import x from "lodash";'), "a.md")).toThrow("a.md:6: no such module: lodash");
    expect(() => writtenNotebook(page("const a = 1;\nconst b = ;"), "a.md")).toThrow(/^a\.md:7: /);
  });
});

it("makeNotebooks(pages, make) leaves a broken notebook out and builds the rest", () => {
  const of = (file: string, markdown: string) => ({file, address: file, markdown, order: 1, needs: []});
  const {pages, shipped, left} = makeNotebooks(
    [of("index.md", "# Report"), of("notebooks/good.md", page("1 + 1")), of("notebooks/bad.md", page("1 +"))],
    (one) => one
  );
  expect(pages.map(({file}) => file)).toEqual(["index.md", "notebooks/good.md"]);
  expect(Object.keys(shipped)).toEqual(["good"]);
  expect(left).toHaveLength(1);
  expect(left[0]).toMatch(/^notebooks\/bad\.md:6: /);
});

it("notebookFile(cellsOf(markdown)) is read back by Notebook Kit as it was written", () => {
  const {title, cells} = cellsOf(`---\nneeds: []\n---\n\n${page('import {ols} from "longview";\n"</script>"')}`);
  const {DOMParser} = new JSDOM("").window;
  const read = deserialize(notebookFile(title, cells), {parser: new DOMParser()});
  expect(read.title).toBe("A title");
  expect(read.cells.map(({mode, value}) => [mode, value])).toEqual([
    ["md", "Prose."],
    ["js", '"</script>"']
  ]);
});

it("what a cell has at hand is what the modules export", () => {
  expect(Object.keys(engine).toSorted()).toEqual([...atHand.engine].toSorted());
  expect(Object.keys(figures).toSorted()).toEqual([...atHand.figures].toSorted());
});

it("docstrings() tell of everything that a cell has at hand, with an example each", async () => {
  const told = (await docstrings()).map(({name}) => name);
  const own = Object.values(atHand).flat();
  expect(told.toSorted()).toEqual([...own, "db"].toSorted());
});
