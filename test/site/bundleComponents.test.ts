import {mkdtemp, readFile, readdir} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {bundleComponents} from "../../loaders/site/bundleComponents.js";
import type {Page} from "../../loaders/site/pages.js";

const page = (file: string, markdown: string): Page => ({
  file,
  address: file.replace(".md", ".html"),
  needs: [],
  order: 0,
  markdown
});

it("bundleComponents(pages, folder) gives a page one file for all that it draws with, and what only enlivens apart", async () => {
  const folder = await mkdtemp(join(tmpdir(), "longview-bundle-"));
  const [drawn, enlivened] = await bundleComponents(
    [
      page(
        "notebooks/own.md",
        'import {series} from "../components/figures/series.js";\nimport {forest} from "../components/figures/forest.js";'
      ),
      page("index.md", 'import {enhanceFigures} from "./components/controls/enhanceFigures.js";')
    ],
    folder
  );
  expect(drawn?.markdown.match(/from "[^"]*"/g)).toEqual(Array(2).fill('from "../components/forest-series.js"'));
  expect(enlivened?.markdown).toContain('from "./components/controls/enhanceFigures.js"');
  const files = await readdir(folder, {recursive: true});
  expect(files).toEqual(expect.arrayContaining(["forest-series.js", "controls/enhanceFigures.js"]));
  expect((await readFile(join(folder, "controls/enhanceFigures.js"))).length).toBeLessThan(20_000);
});
