import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {inlineFonts} from "../../loaders/site/inlineFonts.js";
import {oneFile, reportPages} from "../../loaders/site/oneFile.js";

let dist: string;
const head = (up: string): string =>
  `<head><meta http-equiv="Content-Security-Policy" content="font-src 'self'"><title>T</title><link rel="stylesheet" href="${up}a.css"><script src="x.js"></script></head>`;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), "longview-one-"));
  await mkdir(join(dist, "findings"));
  await writeFile(join(dist, "a.css"), "main{color:red}");
  const nav =
    '<nav class="site-nav"><a href="./index.html">R</a><a href="./findings/a.html">A</a><a href="./explore.html">E</a></nav>';
  const links =
    '<a href="./findings/a.html#f">to f</a><a href="./explore.html">out</a><a href="https://example.org">far</a>';
  await writeFile(
    join(dist, "index.html"),
    `<html>${head("./")}<body>${nav}<main><h1>R</h1>${links}<p id="f">own</p></main></body></html>`
  );
  const body =
    '<main><h1>A</h1><p id="f" aria-describedby="g">one</p><svg><rect fill="url(#g)"/><pattern id="g"/></svg><a href="../index.html">back</a></main>';
  await writeFile(join(dist, "findings/a.html"), `<html>${head("../")}<body>${body}</body></html>`);
});

describe("reportPages()", () => {
  it("are the report and what of its navigation belongs to it", async () => {
    expect(await reportPages(dist)).toEqual(["index.html", "findings/a.html"]);
  });
});

describe("oneFile()", () => {
  it("keeps every name apart, turns links within it, drops scripts, and makes links out of it plain", async () => {
    const html = await oneFile(dist, ["index.html", "findings/a.html"]);
    expect(html).toContain('<a href="#findings-a--f">to f</a><a>out</a><a href="https://example.org">far</a>');
    expect(html).toContain('<p id="findings-a--f" aria-describedby="findings-a--g">one</p>');
    expect(html).toContain('fill="url(#findings-a--g)"');
    expect(html).toContain('<a href="#observablehq-main">back</a>');
    expect(html).toContain("<style>main{color:red}</style>");
    expect(html).not.toMatch(/<script|<link|<nav/);
    expect(html).toMatch(/content="default-src 'none'; [^"]*font-src data:;/);
    expect(html).not.toContain("'self'");
  });
});

describe("inlineFonts()", () => {
  it("takes in the fonts of which a text has a character, and leaves the others out", async () => {
    await writeFile(join(dist, "f.woff2"), "font");
    const face = (range: string): string => `@font-face{src:url(./f.woff2) format("woff2");unicode-range:${range}}`;
    expect(await inlineFonts(`${face("U+41-5A")}${face("U+3040")}`, {folder: dist, text: "A"})).toBe(
      `@font-face{src:url(data:font/woff2;base64,${Buffer.from("font").toString("base64")}) format("woff2");unicode-range:U+41-5A}`
    );
  });
});
