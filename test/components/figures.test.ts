import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {dataTable} from "../../src/components/parts/dataTable.js";
import {enhanceFigures} from "../../src/components/controls/enhanceFigures.js";
import {eventStudy} from "../../src/components/figures/eventStudy.js";
import {heatmap} from "../../src/components/figures/heatmap.js";
import {tableCsv} from "../../src/components/parts/tableCsv.js";

const {document, KeyboardEvent} = new JSDOM("").window;

const name = {name: "name", label: "Department"};
const year = {name: "year", label: "Year", digits: 0};
const share = {name: "share", label: "Share", digits: 1};
const rows = [
  {name: "=1+1", year: 2020, share: -0.123456},
  {name: '営業, "東"', year: 2020, share: {suppressed: "fewer than 10"}},
  {name: "Sales", year: 2021, share: null}
];

describe("tableCsv", () => {
  const table = dataTable(rows, [name, year, share], {document}).querySelector("table");
  const csv = table ? tableCsv(table, {title: "Shares"}).split("\r\n") : [];

  const [heads = "", ...lines] = csv.filter((line) => !line.startsWith("#"));

  it("tableCsv(table) keeps exact values, names fields, and begins with what it is", () => {
    expect(csv.slice(0, 4)).toEqual(["# Shares", "# name: Department", "# year: Year", "# share: Share"]);
    expect(heads).toBe("name,year,share");
    expect(lines[0]).toMatch(/,2020,-0\.123456$/);
  });

  it("tableCsv(table) keeps to the rows that are shown", () => {
    const chosen = dataTable(rows, [name, year, share], {document}).querySelector("table");
    const [first] = chosen?.querySelectorAll("tbody tr") ?? [];
    first?.toggleAttribute("hidden", true);
    expect(chosen && tableCsv(chosen)).not.toContain("1+1");
    expect(chosen && tableCsv(chosen)).toContain("営業");
  });

  it("tableCsv(table) makes formulas harmless, quotes, and tells withheld from missing", () => {
    expect(lines[0]).toMatch(/^'=1\+1,/);
    expect(lines[1]).toBe('"営業, ""東""",2020,fewer than 10');
    expect(lines[2]).toBe("Sales,2021,");
  });
});

describe("heatmap", () => {
  const drawn = heatmap(rows, {x: year, y: name, value: share}, {title: "Shares fall", document});

  it("heatmap(rows) hatches what is withheld and dots what is missing", () => {
    expect(drawn.querySelectorAll('svg:not([aria-hidden]) [fill$="-hatch)"]')).toHaveLength(1);
    expect(drawn.querySelectorAll('[stroke-dasharray="1 3"]').length).toBeGreaterThan(0);
    expect(drawn.textContent).toContain("withheld, fewer than 10 (1)");
  });

  it("heatmap([]) says that there is nothing to see", () => {
    expect(heatmap([], {x: year, y: name, value: share}, {title: "None", document}).textContent).toContain("no data");
  });

  it("heatmap(rows) names the column that is missing", () => {
    expect(() => heatmap(rows, {x: year, y: name, value: {name: "wave", label: "Wave"}}, {document})).toThrow(
      /missing column: wave/
    );
  });
});

describe("eventStudy", () => {
  const columns = {
    time: {name: "at", label: "Years from the start"},
    estimate: {name: "estimate", label: "Difference"},
    low: {name: "low", label: "from"},
    high: {name: "high", label: "to"}
  };
  const effects = [-1, 0, 1].map((at) => ({at, estimate: at / 10, low: at / 10 - 1, high: at / 10 + 1}));
  const drawn = eventStudy(effects, columns, {title: "Nothing changes", document});

  it("eventStudy(rows) draws the mark before the start open and says which interval", () => {
    expect(drawn.querySelectorAll('[fill="var(--paper)"]')).toHaveLength(1);
    expect(drawn.textContent).toContain("95 % intervals");
  });

  it("enhanceFigures(root) lets the arrow keys read the marks and Escape close the tip", () => {
    document.body.replaceChildren(drawn);
    enhanceFigures(document);
    const plot = drawn.querySelector<HTMLElement>(".figure-plot");
    const tip = drawn.querySelector<HTMLElement>(".figure-tip");
    const press = (key: string): boolean | undefined =>
      plot?.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
    press("ArrowRight");
    expect(tip?.hidden).toBe(false);
    expect(drawn.querySelector("[aria-live]")?.textContent).toMatch(/^−1: −0.10/);
    press("Escape");
    expect(tip?.hidden).toBe(true);
  });
});
