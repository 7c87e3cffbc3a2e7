import {mkdir, mkdtemp, readFile, readdir, readlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {fillMarks, inert} from "../../loaders/site/fillMarks.js";
import {finishPages} from "../../loaders/site/finishPages.js";
import {publishSite} from "../../loaders/site/publishSite.js";
import {serveSite} from "../../loaders/site/serve.js";
import {shelfOf} from "../../loaders/site/siteShelf.js";
import {verifySite} from "../../loaders/site/verifySite.js";

const nasty = '${1+1}</script><a href="x.csv">';

describe("fillMarks()", () => {
  it("makes text inert: no dollar, no markup, no Markdown", () => {
    const filled = fillMarks("# @{name}\n\n@{name}", {name: {text: `${nasty} *a* [b](c)`}}, "page.md");
    expect(filled).not.toMatch(/\$|<|\*|\[|\]\(/);
    expect(inert(nasty)).toContain("&#36;&#123;1");
  });

  it("writes text as a JSON string in the front matter", () => {
    expect(fillMarks("---\ntitle: @{name}\n---\n", {name: {text: 'a "b": c'}}, "page.md")).toBe(
      '---\ntitle: "a \\"b\\": c"\n---\n'
    );
  });

  it("keeps markup in one block and its dollar signs from being code", () => {
    expect(fillMarks("@{figure}", {figure: {html: "<div>${a}\n\n</div>"}}, "page.md")).toBe("<div>&#36;{a}\n</div>");
  });

  it("leaves a text that reads like a mark as it is", () => {
    const marks = {name: {text: "@{other}"}, figure: {html: "<b>@{other}</b>"}, other: {text: "no"}};
    expect(fillMarks("@{name} @{figure}", marks, "page.md")).toBe(`${inert("@{other}")} <b>@{other}</b>`);
  });

  it("names page and mark where there is none", () => {
    expect(() => fillMarks("@{nothing}", {}, "page.md")).toThrow("page.md: no such mark: @{nothing}");
  });
});

describe("finishPages()", () => {
  it("puts held markup in its place, dollar signs and all, and says the language", async () => {
    const folder = await mkdtemp(join(tmpdir(), "longview-finish-"));
    const head = '<head><meta name="generator" content="x"><title>A</title></head>';
    const held = "<p>Price: $1 &amp; ${2}</p>";
    const body = `<main><h1>A</h1><p>First.</p><p>A 95 % interval</p><pre><code>x 95 % 2</code></pre><div data-held="a.figure" data-figure=""></div></main>`;
    await writeFile(join(folder, "index.html"), `<!DOCTYPE html><html>${head}<body>${body}</body></html>`);
    await finishPages(folder, new Map([["a.figure", {html: held, isProse: false}]]));
    const html = await readFile(join(folder, "index.html"), "utf8");
    expect(html).toContain(
      `<p>First.</p><p>A 95\u202f% interval</p><pre tabindex="0"><code>x 95 % 2</code></pre>${held}`
    );
    expect(html).toContain('<html lang="en">');
    expect(html).toContain(
      '<meta name="description" content="First."><meta name="referrer" content="no-referrer"><title>'
    );
    expect(html).not.toContain("generator");
  });
});

describe("verifySite() finds", () => {
  const page = (body: string): string =>
    `<!DOCTYPE html><html><head></head><body><main><h1>A</h1>${body}</main></body></html>`;
  it.each([
    ["a link that leads nowhere", page('<a href="./b.html">b</a>'), /leads nowhere: \.\/b\.html/],
    ["a foreign script", page('<script src="https://example.org/a.js"></script>'), /fetched from elsewhere/],
    ["a page without a heading", "<main></main>", /no heading/],
    ["an empty page", "", /empty/],
    ["markup that was not put in its place", page('<div data-held="a"></div>'), /markup is not in its place/]
  ])("%s", async (_, html, message) => {
    const folder = await mkdtemp(join(tmpdir(), "longview-site-"));
    await writeFile(join(folder, "index.html"), html);
    await expect(verifySite(folder, ["index.html"])).rejects.toThrow(message);
  });

  it("a page that is missing and a file that should not be there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "longview-site-"));
    await writeFile(join(folder, "secret.csv"), "a,b\n");
    await expect(verifySite(folder, ["index.html"])).rejects.toThrow(
      /index\.html: the page is missing[\s\S]*secret\.csv/
    );
  });
});

describe("publishSite()", () => {
  it("swaps by a link, keeps three releases, and refuses to replace a folder", async () => {
    const place = await mkdtemp(join(tmpdir(), "longview-publish-"));
    const [out, shelf] = [join(place, "dist"), join(place, "releases")];
    for (const n of [1, 2, 3, 4, 5]) {
      const built = join(place, `built-${n}`);
      await mkdir(built);
      await writeFile(join(built, "index.html"), `release ${n}`);
      await publishSite(built, out, shelf);
      expect(await readFile(join(out, "index.html"), "utf8")).toBe(`release ${n}`);
    }
    expect(await readdir(shelfOf(out, shelf))).toHaveLength(3);
    expect(await readlink(out)).toContain("releases/dist-");
    const folder = join(place, "folder");
    await mkdir(folder);
    await expect(publishSite(join(place, "built-1"), folder, shelf)).rejects.toThrow(/not a link to a release/);
  });
});

describe("serveSite()", () => {
  it("serves the folder and nothing outside it", async () => {
    const place = await mkdtemp(join(tmpdir(), "longview-serve-"));
    await mkdir(join(place, "out"));
    await writeFile(join(place, "out/index.html"), "here");
    await writeFile(join(place, "secret.txt"), "not here");
    const server = await serveSite(join(place, "out"));
    const address = server.address();
    const base = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
    expect(await (await fetch(`${base}/`)).text()).toBe("here");
    expect((await fetch(`${base}/..%2fsecret.txt`)).status).toBe(404);
    expect((await fetch(`${base}/%zz`)).status).toBe(404);
    server.close();
  });
});
