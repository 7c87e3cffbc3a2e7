import {JSDOM} from "jsdom";
import {type DefaultTreeAdapterMap, parseFragment} from "parse5";
import {describe, expect, it} from "vitest";
import {drawingDocument} from "../../loaders/site/drawingDocument.js";
import {styleMarks} from "../../src/specimens/styleMarks.js";

type Node = DefaultTreeAdapterMap["node"];

/** Markup as a reader's browser takes it: attributes in no order, styles without their spaces. */
function treeOf(html: string): unknown {
  const plain = (style: string): string => style.replaceAll(/\s*([:;])\s*/g, "$1").replace(/;$/, "");
  const of = (node: Node): unknown => {
    if ("value" in node) return node.value;
    const attrs = "attrs" in node ? node.attrs : [];
    const told = attrs.map(({name, value}) => [name, name === "style" ? plain(value) : value] as const);
    return [node.nodeName, Object.fromEntries(told), "childNodes" in node ? node.childNodes.map(of) : []];
  };
  return of(parseFragment(html));
}

describe("drawingDocument()", () => {
  it("draws every figure in every state as a browser's document does", () => {
    const drawn = styleMarks({document: drawingDocument()});
    const whole = styleMarks(new JSDOM("").window);
    expect(Object.keys(drawn)).toEqual(Object.keys(whole));
    for (const [name, mark] of Object.entries(whole)) {
      const one = drawn[name];
      expect("html" in mark && mark.html.length).toBeGreaterThan(10_000);
      expect(treeOf(one && "html" in one ? one.html : "")).toEqual(treeOf("html" in mark ? mark.html : ""));
    }
  });

  it("keeps names that look like markup: an ampersand in an attribute used to be read as what follows it", () => {
    const document = drawingDocument();
    const element = document.createElement("p");
    const name = `R&lt;D "&copy" <b>&amp;</b>`;
    element.setAttribute("title", name);
    element.append(name);
    const {window} = new JSDOM(element.outerHTML);
    const read = window.document.querySelector("p");
    expect(read?.getAttribute("title")).toBe(name);
    expect(read?.textContent).toBe(name);
  });
});
