import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {styleMarks} from "../../src/specimens/styleMarks.js";
import {plainDocument} from "../../loaders/site/plainDocument.js";

const whole = (): Document => new JSDOM("").window.document;

it("plainDocument() draws every kind of figure, in each of its states, as jsdom does", () => {
  const drawn = styleMarks({document: plainDocument()});
  const expected = styleMarks({document: whole()});
  expect(Object.keys(drawn)).toEqual(Object.keys(expected));
  for (const [name, mark] of Object.entries(drawn)) expect(mark, name).toEqual(expected[name]);
});

it("plainDocument() builds, changes, finds and writes elements as jsdom does", () => {
  const made = [plainDocument(), whole()].map((document) => {
    const main = document.createElement("MAIN");
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    main.setAttribute("Data-One", '"a" & <b>\u00a0');
    main.append("a < b & c\u00a0", document.createElement("br"), svg);
    svg.setAttribute("viewBox", "0 0 1 1");
    svg.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", "#x");
    for (const id of ["plot-clip-1", "other"]) {
      const group = svg.insertBefore(document.createElementNS("http://www.w3.org/2000/svg", "g"), svg.firstChild);
      group.setAttribute("id", id);
      group.setAttribute("class", `group ${id}`);
      group.textContent = id;
    }
    const style = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "style"));
    style.textContent = ":where(a > b) {}";
    svg.prepend(document.createElementNS("http://www.w3.org/2000/svg", "title"), "text");
    svg.style.setProperty("margin-left", "3px");
    svg.style.setProperty("width", "4px");
    svg.classList.add("chart", "chart");
    const asked = [
      "*",
      "g, title",
      "[id^=plot-clip-]",
      'svg [class="group other"]',
      "main g",
      "g:not([id=other])",
      ".group"
    ];
    const found = asked.map((selector) => Array.from(main.querySelectorAll(selector), ({tagName, id}) => tagName + id));
    const before = main.outerHTML;
    main.querySelector("g")?.remove();
    main.lastChild?.appendChild(main.firstChild!);
    return {found, before, after: main.outerHTML, text: main.textContent, matches: svg.matches("svg.chart")};
  });
  expect(made[0]).toEqual(made[1]);
});

it("plainDocument() says which selector it does not know", () => {
  const main = plainDocument().createElement("main");
  main.append(plainDocument().createElement("p"));
  expect(() => main.querySelectorAll("p:nth-child(2)")).toThrow(/not one that a drawing asks by: p:nth-child\(2\)/);
});
