import {parse, serialize} from "parse5";
import {expect, it} from "vitest";
import {setAside} from "../../loaders/site/setAside.js";

const page = (table: string): string =>
  `<!DOCTYPE html><html><head></head><body><details class="figure-data"><summary>Data</summary><p>2 %</p>${table}</details></body></html>`;

const table = (cells: string): string =>
  `<table><thead><tr><th scope="col" data-name="a">A</th></tr></thead><tbody><tr>${cells}</tr></tbody></table>`;

it("setAside(page) takes a table of text off a page, and gives it back as the page would have been written", () => {
  const cells =
    '<td class="numeric" data-value="0.02">2 %</td><td>&lt;5 &amp; 1&nbsp;%, &#36;3 "x"</td><td>非常に低い 1〜2</td>';
  const {page: read, restored} = setAside(page(table(cells)));
  expect(read).toContain('<p>2 %</p><table data-aside="0"></table>');
  expect(restored(serialize(parse(read)))).toBe(
    serialize(parse(page(table(cells))))
      .replace(">2 %</td>", ">2\u202f%</td>")
      .replace("非常に低い 1〜2", "非常に\u2060低い 1\u2060〜\u20602")
  );
});

it.each([
  ["a link", table('<td><a href="a.html">a</a></td>')],
  ["a name", table('<td id="a">a</td>')],
  ["a row outside its body", "<table><tr><td>a</td></tr></table>"],
  ["another table", table(`<td>${table("<td>a</td>")}</td>`)],
  ["a value that is written otherwise", table('<td data-value="&lt;">a</td>')]
])("setAside(page) leaves a table with %s where it is", (_, whole) => {
  const {page: read, restored} = setAside(page(whole));
  expect(read).toBe(page(whole));
  expect(restored(read)).toBe(read);
});

it("setAside(page) leaves a table outside a figure's data, whose terms lead to the glossary", () => {
  expect(setAside(`<main>${table("<td>median</td>")}</main>`).page).toContain("median");
});
