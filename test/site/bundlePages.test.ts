import {mkdtemp, readdir} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {bundlePages} from "../../loaders/site/bundlePages.js";
import {enliven} from "../../loaders/site/pageParts.js";
import {readPages} from "../../loaders/site/pages.js";

it("bundlePages(pages, root) names each file once, though several bundles have it: a part of two was taken away twice", async () => {
  const own = await readPages("src/", "en");
  const pages = own.map((page) => ({
    ...page,
    markdown: enliven(`${page.markdown} data-figure data-answering`, page)
  }));
  for (const root of [
    await mkdtemp(join(tmpdir(), "longview-pages-")),
    await mkdtemp(join(tmpdir(), "longview-pages-"))
  ]) {
    const places = (await bundlePages(pages, root)).map(({place}) => place);
    expect(new Set(places).size).toBe(places.length);
    const written = (await readdir(root, {recursive: true})).filter((name) => /\.\w+$/.test(name));
    expect(places.toSorted()).toEqual(written.toSorted());
  }
});
