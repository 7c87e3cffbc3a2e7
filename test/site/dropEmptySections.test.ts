import {parse, serialize} from "parse5";
import {describe, expect, it} from "vitest";
import {dropEmptySections} from "../../loaders/site/dropEmptySections.js";
import {elementsOf} from "../../loaders/site/pageTree.js";

const after = (html: string): string => {
  const page = parse(`<main>${html}</main>`);
  const main = elementsOf(page).find(({tagName}) => tagName === "main")!;
  dropEmptySections(main);
  return serialize(main);
};

describe("dropEmptySections()", () => {
  it("takes away a heading that another or the end follows: STAR's page had The simple comparison above nothing", () => {
    expect(after("<h2>A</h2>\n<p> </p>\n<h2>B</h2><p>text</p><h2>C</h2>")).toBe("\n<p> </p>\n<h2>B</h2><p>text</p>");
  });

  it("keeps one with a figure, a lower heading, or a cell's place below it", () => {
    for (const html of [
      "<h2>A</h2><figure></figure><h2>B</h2><p>b</p>",
      "<h2>A</h2><h3>B</h3><p>b</p>",
      "<h2>A</h2><div><!--:cell:--></div>",
      "<h2>A</h2><p><img></p>"
    ])
      expect(after(html)).toBe(html);
  });
});
