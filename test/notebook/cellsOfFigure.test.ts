import {JSDOM} from "jsdom";
import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {tableOf} from "../../src/components/controls/bringIn.js";
import {figure} from "../../src/components/parts/figure.js";
import {cellsOfFigure} from "../../src/notebook/live/cellsOfFigure.js";

const {window} = new JSDOM("<!DOCTYPE html><main></main>");
const {document} = window;

beforeEach(() => void vi.stubGlobal("Event", window.Event));
afterEach(() => void vi.unstubAllGlobals());

const address = new URL("https://example.org/explore.html#x=a");

const rows = [
  {year: 2011, margin: 0.041, unit: "A"},
  {year: 2012, margin: null, unit: "B"}
];

it("cellsOfFigure(figure) draws the figure's two measures: it used to draw the year across, and the first of them", () => {
  const columns = ["fiscal_year", "participation", "margin"].map((name) => ({name, label: name}));
  const pair = figure(
    {
      rows: [{fiscal_year: 2011, participation: 0.2, margin: 0.041}],
      columns,
      description: "One row.",
      draw: () => document.createElement("div")
    },
    {title: "Margin and participation", document}
  );
  const drawing = cellsOfFigure(pair, address).cells.find(({value}) => value.startsWith("Plot.plot"));
  expect(drawing?.value).toContain('{x: "participation", y: "margin"');
});

const drawn = (table: "now" | "opened"): HTMLElement =>
  figure(
    {
      rows: () => rows,
      columns: [
        {name: "year", label: "Year"},
        {name: "margin", label: "Margin"},
        {name: "unit", label: "Unit"}
      ],
      description: "Two rows.",
      draw: () => document.createElement("div")
    },
    {title: "Margins rose", table, document}
  );

it("cellsOfFigure(figure) has the rows of a table that is made when it is opened", async () => {
  const opened = drawn("opened");
  expect(opened.querySelector("table")).toBeNull();
  await tableOf(opened);
  const {title, cells} = cellsOfFigure(opened, address);
  expect(title).toBe("Margins rose");
  const [, given] = cells;
  expect(given?.value).toContain('"unit":"A"');
  expect(given?.value).toContain('"margin":null');
  expect(given?.value).not.toBe("const rows = [\n\n];");
  expect(cells.map(({value}) => value)).toEqual(cellsOfFigure(drawn("now"), address).cells.map(({value}) => value));
});
