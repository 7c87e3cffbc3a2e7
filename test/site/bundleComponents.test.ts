import {mkdtemp, readFile, readdir} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {bundleComponents, componentsOf, turnImports} from "../../loaders/site/bundleComponents.js";
import type {Page} from "../../loaders/site/pages.js";

const page = (file: string, markdown: string): Page => ({
  file,
  address: file.replace(".md", ".html"),
  needs: [],
  order: 0,
  markdown
});

it("bundleComponents(used, root) gives a page one file for all that it draws with, and what only enlivens apart", async () => {
  const root = await mkdtemp(join(tmpdir(), "longview-bundle-"));
  const pages = [
    page(
      "notebooks/own.md",
      'import {series} from "../components/figures/series.js";\nimport {forest} from "../components/figures/forest.js";'
    ),
    page("index.md", 'import {enhanceFigures} from "./components/controls/enhanceFigures.js";')
  ];
  const files = await bundleComponents(componentsOf(pages), root);
  const [drawn, enlivened] = pages.map((one) => turnImports(one).page);
  expect(drawn?.markdown.match(/from "[^"]*"/g)).toEqual(Array(2).fill('from "../components/forest-series.js"'));
  expect(enlivened?.markdown).toContain('from "./components/controls/enhanceFigures.js"');
  expect(files.filter(({isEntry}) => isEntry).map(({place}) => place)).toEqual([
    "components/forest-series.js",
    "components/controls/enhanceFigures.js"
  ]);
  expect((await readFile(join(root, "components/controls/enhanceFigures.js"))).length).toBeLessThan(20_000);
});

it("bundleComponents(used, root) tells of each file what is loaded with it, and leaves out what is loaded when asked", async () => {
  const root = await mkdtemp(join(tmpdir(), "longview-bundle-"));
  const code = ["series", "forest"].map((name) =>
    page(`${name}.md`, `import {a} from "./components/figures/${name}.js";`)
  );
  const files = await bundleComponents(componentsOf(code), root);
  const written = (await readdir(root, {recursive: true})).filter((name) => name.endsWith(".js"));
  expect(files.map(({place}) => place).toSorted()).toEqual(written.toSorted());
  for (const {place, parts} of files) {
    const text = await readFile(join(root, place), "utf8");
    const atOnce = [...text.matchAll(/(?:from|import) ?"\.\/([^"]+)"/g)].map(([, name]) => `components/${name}`);
    const asked = [...text.matchAll(/import\("\.\/([^"]+)"\)/g)].map(([, name]) => `components/${name}`);
    expect(parts).toEqual(expect.arrayContaining(atOnce));
    for (const one of asked) expect(parts).not.toContain(one);
  }
  expect(files.filter(({isEntry}) => isEntry)).toHaveLength(2);
  expect(files.some(({parts}) => parts.length > 0)).toBe(true);
});
