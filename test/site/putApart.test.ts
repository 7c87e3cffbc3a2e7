import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse, serialize} from "parse5";
import {expect, it} from "vitest";
import {oneFile} from "../../loaders/site/oneFile.js";
import {putApart} from "../../loaders/site/putApart.js";

const table = (rows: number): string =>
  `<div class="table-scroll"><table>${"<tr><td>a cell of a table</td></tr>".repeat(rows)}</table></div>`;
const marks = (words: string, many = 1): string =>
  `<svg><title>in words</title><g>${`<circle r="1"><title>${words}</title></circle>`.repeat(many)}</g></svg>`;
const figure = (id: string, {rows = 1, narrow = marks("a"), plot = marks("a")} = {}): string =>
  `<figure id="${id}"><p class="figure-title">How much &amp; when</p><div class="figure-plot figure-plot-wide">${plot}</div>` +
  `<div class="figure-plot figure-plot-narrow">${narrow}</div><details class="figure-data"><summary>Data</summary>${table(rows)}</details></figure>`;
const page = (body: string): string =>
  `<html lang="en"><head><link rel="stylesheet" href="../a.css"><style>p{}</style><script>1</script></head><body><main>${body}</main></body></html>`;

it("putApart(page, file) gives a large table a page of its own, with the style and without the code, and a link there", () => {
  const tree = parse(page(figure("small") + figure("large", {rows: 1000})));
  const apart = putApart(tree, "findings/departments.html");
  expect([...apart.keys()]).toEqual(["departments-large-data.html"]);
  const [html = ""] = apart.values();
  expect(html).toContain('<a href="./departments.html#large">');
  expect(html).toContain("<h1>How much &#38; when</h1>");
  expect(html).toContain('<link rel="stylesheet" href="../a.css">');
  expect(html).not.toContain("<script");
  expect(html.split("<tr>")).toHaveLength(1001);
  const left = serialize(tree);
  expect(left).toContain('<p class="figure-apart"><a href="./departments-large-data.html" data-apart="">');
  expect(left.split("<tr>")).toHaveLength(2);
});

it("putApart(page, file) puts a large narrow drawing apart, and says what marks say once", () => {
  const many = marks("words of a mark, which are long", 400);
  const tree = parse(
    page(figure("a", {plot: many, narrow: many}) + figure("departments-b") + figure("c", {narrow: marks("b")}))
  );
  expect([...putApart(tree, "departments.html").keys()]).toEqual([]);
  const left = serialize(tree);
  expect(left.split('<circle r="1" data-tip=""></circle>')).toHaveLength(402);
  expect(left.split("<title>in words</title>")).toHaveLength(7);
  expect(left).toContain("<title>b</title>");
  const larger = `${'<path d="M0,0L1,1"></path>'.repeat(2000)}`;
  const other = parse(page(figure("departments-a", {narrow: `<svg>${larger}</svg>`})));
  expect([...putApart(other, "departments.html").keys()]).toEqual(["departments-a-narrow.html"]);
});

it("putApart(page, file) leaves a figure whole in which a stretch can be chosen", () => {
  const before = page(figure("large", {rows: 1000, plot: '<svg data-brush-x="{}"></svg>'}));
  const tree = parse(before);
  expect(putApart(tree, "a.html").size).toBe(0);
  expect(serialize(tree)).toBe(serialize(parse(before)));
});

it("putApart(page, file) makes names that lead nowhere else, whatever an id says, and takes none of the site's own", () => {
  const tree = parse(page(["../../x", "a b", "a/b", "é".repeat(300)].map((id) => figure(id, {rows: 1000})).join("")));
  const names = [...putApart(tree, "findings/d.html", {there: ["findings/d-a-b-data.html"]}).keys()];
  expect(names).toEqual(["d--x-data.html", "d-a-b-data-2.html", "d-a-b-data-3.html", "d---data.html"]);
});

it("oneFile(dist, pages) has what its pages keep apart", async () => {
  const dist = await mkdtemp(join(tmpdir(), "longview-apart-"));
  await mkdir(join(dist, "findings"));
  await writeFile(join(dist, "a.css"), "");
  const tree = parse(page(`<h1>A</h1>${figure("large", {rows: 1000})}`));
  for (const [name, html] of putApart(tree, "findings/a.html")) await writeFile(join(dist, "findings", name), html);
  await writeFile(join(dist, "findings/a.html"), serialize(tree));
  const html = await oneFile(dist, ["findings/a.html"]);
  expect(html.split("<tr>")).toHaveLength(1001);
  expect(html).not.toContain("data-apart");
});
