import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {alsoSaid} from "../../loaders/site/marks/alsoSaid.js";
import {textWidth} from "../../src/components/parts/textWidth.js";
import {overviewPanels} from "../../src/overview/overviewSeries.js";
import {overviewSheet} from "../../src/overview/overviewSheet.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {releasedTables, study} from "./releasedFixture.js";

const years = Array.from({length: 11}, (_, i) => 2009 + i);
const whole: ReleasedTable = {
  rows: years.map((fiscal_year, i) => ({
    fiscal_year,
    participation: i < 2 ? null : i / 20,
    profit: 50 + i,
    revenue: 900 + i
  })),
  suppressed: {}
};
const sessions: ReleasedTable = {
  rows: [2011, 2012].flatMap((fiscal_year, i) => [
    {fiscal_year, mindset: "reflective", ratings: 100, favourable: 0.8 + i / 20},
    {fiscal_year, mindset: "action", ratings: 300, favourable: 0.6},
    {fiscal_year, mindset: "worldly", ratings: {suppressed: "few"}, favourable: {suppressed: "few"}}
  ]),
  suppressed: {}
};
const tables = new Map<string, unknown>([
  ...Object.entries(releasedTables()),
  ["organisation_years", whole],
  ["session_years", sessions]
]);
const panels = overviewPanels({
  tables,
  programmeYears: [2011, 2019],
  person: {many: "managers"},
  purpose: study.measures.slice(0, 1)
});

it("overviewPanels(tables) has a panel for what was released, and none for what was not", () => {
  expect(panels.map(({id}) => id)).toEqual(["participation", "accounts", "sessions", "survey"]);
  const [participation, accounts, rated] = panels;
  expect(participation?.series.map(({label}) => label)).toEqual(["All", "Solutions", "Systems"]);
  expect(participation?.series[0]?.points[0]).toEqual([2011, 0.1]);
  expect(accounts?.series[0]?.points.find(([year]) => year === 2011)?.[1]).toBe(100);
  // a withheld cell weighs nothing: 100 ratings of .8 and .85 beside 300 of .6
  expect(rated?.series.map(({label, points}) => [label, points.map(([, share]) => share.toFixed(4))])).toEqual([
    ["All modules", ["0.6500", "0.6625"]],
    ["Reflective", ["0.8000", "0.8500"]],
    ["Other modules", ["0.6000", "0.6000"]]
  ]);
});

it("overviewPanels(tables) leaves negative controls out of the average where no purpose names its measures", () => {
  const rows = [2011, 2012].flatMap((fiscal_year) => [
    {fiscal_year, division: "A", measure: "trust", negative_control: false, respondents: 20, mean: 3},
    {fiscal_year, division: "A", measure: "canteen", negative_control: true, respondents: 20, mean: 1}
  ]);
  const survey = new Map<string, unknown>([["survey_measures", {rows, suppressed: {}}]]);
  const [panel] = overviewPanels({tables: survey, programmeYears: [2011, 2012], person: {many: "nurses"}, purpose: []});
  expect(panel?.series[0]?.points).toEqual([
    [2011, 3],
    [2012, 3]
  ]);
});

it("alsoSaid(engagement) says nothing of scores over the years without a purpose: it used to name no measure", () => {
  const context = {programmeYears: [2011, 2019], person: {many: "nurses"}, purpose: undefined, measures: new Map()};
  expect(alsoSaid("engagement", {context, tables} as unknown as Parameters<typeof alsoSaid>[1])).toBe("");
});

it("overviewSheet(panels) reads without a script: every value in the drawing, its words in the text alternative", () => {
  const {document} = new JSDOM("").window;
  const events = [{year: 2014, label: "Crisis"}];
  const sheet = overviewSheet(
    panels,
    {participation: {sentence: "More took part.", explore: "explore.html"}},
    {years: [2009, 2019], programmeYears: [2011, 2019], events, width: 760, document}
  );
  expect(sheet.querySelectorAll(".overview-row")).toHaveLength(5);
  expect(sheet.textContent).toContain("More took part.");
  expect(sheet.querySelector("[aria-label^=Participation]")?.getAttribute("aria-label")).toMatch(
    /All from 10.% in 2011 to 50.% in 2019/
  );
  expect(sheet.innerHTML).not.toMatch(/NaN|undefined/);
});

it("overviewSheet(panels) has room for long names at the lines' ends, and for events beside one another: both used to be cut", () => {
  const {document} = new JSDOM("").window;
  const long = panels.map((panel) => ({
    ...panel,
    series: panel.series.map((one) => ({...one, label: "システムインテグレーション"}))
  }));
  const events = [2013, 2015].map((year) => ({year, label: "部署の分割と市場危機"}));
  const sheet = overviewSheet(
    long,
    {},
    {years: [2009, 2019], programmeYears: [2011, 2019], events, width: 760, document}
  );
  const wide = [...sheet.querySelectorAll("svg.overview-wide")];
  const ends = wide.flatMap((svg) =>
    Array.from(svg.querySelectorAll("text:not([text-anchor])"), (text) => ({
      to: Number(text.getAttribute("x")) + textWidth(text.textContent ?? ""),
      from: Number(text.getAttribute("x")),
      y: text.getAttribute("y")
    }))
  );
  expect(ends.length).toBeGreaterThan(4);
  expect(ends.filter(({to}) => to > 760)).toEqual([]);
  const [first, second] = Array.from(wide[0]!.querySelectorAll("text"), (text) => text.getAttribute("y"));
  expect(first).not.toBe(second);
});

it("overviewSheet(panels) draws each panel again for a phone, within 343 pixels, with names above: it used to be cut", () => {
  const {document} = new JSDOM("").window;
  const events = [{year: 2017, label: "Absolute ratings; a survey item reworded"}];
  const frame = {years: [2009, 2019], programmeYears: [2011, 2019], events, width: 760, document} as const;
  const sheet = overviewSheet(panels, {}, frame);
  const narrow = [...sheet.querySelectorAll("svg.overview-narrow")];
  expect(narrow).toHaveLength(sheet.querySelectorAll("svg.overview-wide").length);
  const beyond = narrow.flatMap((svg) =>
    Array.from(svg.querySelectorAll("text"), (text) => {
      const [at, wide] = [Number(text.getAttribute("x")), textWidth(text.textContent ?? "")];
      const anchor = text.getAttribute("text-anchor") ?? "start";
      const from = at - (anchor === "start" ? 0 : anchor === "end" ? wide : wide / 2);
      return from < 0 || from + wide > 343 ? `${text.textContent} from ${from} to ${from + wide}` : "";
    }).filter((cut) => cut !== "")
  );
  expect(beyond).toEqual([]);
});
