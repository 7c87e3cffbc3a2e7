import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {linkOverview} from "../../src/overview/linkOverview.js";
import {overviewPanels} from "../../src/overview/overviewSeries.js";
import {overviewSheet} from "../../src/overview/overviewSheet.js";
import {releasedTables} from "./releasedFixture.js";

const {document, MouseEvent} = new JSDOM("").window;
const panels = overviewPanels({
  tables: new Map<string, unknown>(Object.entries(releasedTables())),
  programmeYears: [2011, 2019],
  person: {many: "managers"},
  purpose: []
});
const frame = {years: [2009, 2019], programmeYears: [2011, 2019], events: [], width: 760, document} as const;
document.body.append(overviewSheet(panels, {}, frame));
linkOverview(document);
const sheet = document.querySelector<HTMLElement>("#overview-sheet")!;
const svg = sheet.querySelector<SVGSVGElement>('svg[data-axis="years"]')!;
const {left, right} = JSON.parse(svg.dataset.years ?? "") as {left: number; right: number};
svg.getBoundingClientRect = () => ({left: 0, width: Number(svg.getAttribute("width"))}) as DOMRect;
const at = (type: string, year: number): void => {
  const clientX = left + ((year - 2009) / 10) * (right - left);
  svg.dispatchEvent(new MouseEvent(type, {bubbles: true, clientX}));
};
const leave = (): boolean => sheet.dispatchEvent(new MouseEvent("pointerleave"));
const read = (): string[] => [
  ...new Set(Array.from(sheet.querySelectorAll(".overview-readout"), ({textContent}) => textContent!.slice(0, 4)))
];

it("linkOverview() reads a year off every panel, and keeps the one that is clicked: a click used to do nothing", () => {
  at("pointermove", 2013);
  expect(read()).toEqual(["2013"]);
  leave();
  expect(read()).toEqual([""]);
  at("click", 2015);
  leave();
  at("pointermove", 2012);
  expect(read()).toEqual(["2015"]);
  at("click", 2017);
  leave();
  expect(read()).toEqual(["2017"]);
  at("click", 2017);
  leave();
  expect(read()).toEqual([""]);
});

it("linkOverview() covers the marks of the years that are left out, to their edge: half a mark used to be seen", () => {
  const [from, to] = [...document.querySelectorAll("select")];
  const widths = (): number[] =>
    Array.from(svg.querySelectorAll(".overview-shade"), (shade) => Number(shade.getAttribute("width")));
  from!.value = "2012";
  from!.dispatchEvent(new MouseEvent("change"));
  expect(Number(svg.querySelector(".overview-shade")!.getAttribute("x"))).toBeLessThan(left - 4);
  expect(widths()[1]).toBe(0);
  to!.value = "2018";
  to!.dispatchEvent(new MouseEvent("change"));
  expect(widths()[1]).toBeGreaterThan((right - left) / 20);
});
