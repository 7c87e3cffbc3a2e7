import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {textWidth} from "../../src/components/parts/textWidth.js";
import {estimateRows, type EstimateRow} from "../../src/explore/draw/rows.js";

const names = [
  "Sessions attended per manager",
  "Cross-functional communication",
  "Share who answered the survey",
  "Profit"
];

it.each([343, 680])("names are whole beside estimates at %i px, in two lines where one is too short", (width) => {
  const {document} = new JSDOM("").window;
  const rows = names.map((label): EstimateRow => ({
    label,
    value: 0.2,
    interval: [0.1, 0.3],
    words: "0.2 (0.1 to 0.3)"
  }));
  const svg = estimateRows(rows, {width, label: "Partial correlation r", format: String}, document);
  const labels = [...svg.querySelectorAll("text[text-anchor=end]")].filter(({children}) => children.length > 0);
  expect(labels.map(({children}) => Array.from(children, (line) => line.textContent).join(" "))).toEqual(names);
  for (const line of svg.querySelectorAll("tspan"))
    expect(textWidth(line.textContent ?? ""), line.textContent ?? "").toBeLessThanOrEqual(
      Number(line.getAttribute("x"))
    );
});
