/** Every view takes the one comparison, says what it leaves of it, and counts it as the pair does. */
import {expect, it} from "vitest";
import {cellComparison} from "../../src/explore/cellComparison.js";
import {estimateAgainst} from "../../src/explore/estimateAgainst.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {estimateCurve} from "../../src/explore/estimateCurve.js";
import {estimateMatrix} from "../../src/explore/estimateMatrix.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {parseComparison} from "../../src/explore/parseComparison.js";
import {rowComparison} from "../../src/explore/rowComparison.js";
import {setAside} from "../../src/explore/setAside.js";
import {countedAs} from "../../src/explore/views/formula.js";
import {entryOf} from "../../src/explore/views/pair.js";
import {releasedTables, study} from "./releasedFixture.js";

const grains = grainsOf(releasedTables(), study);
const grain = grains[0]!;
const parse = (query: string) => parseComparison(query, grains, study);

it("cellComparison(cell) is the pair that has the cell's r: a click used to open it with another lag, scale or level taken out", () => {
  const chosen = parse(
    "x=participation&y=margin&lag=1&transform=log&weights=headcount&effects=unit&control=teamwork&years=2012..2019"
  );
  const cells = estimateMatrix(chosen, grain, {draws: 99, between: false}).within.filter((cell) => "r" in cell);
  expect(cells.length).toBeGreaterThan(10);
  for (const cell of cells) {
    const opened = cellComparison(cell, chosen, grain);
    expect(estimateComparison(opened, grain, {lenses: false}).main.r, `${cell.a} ${cell.b}`).toBeCloseTo(cell.r, 8);
    expect(opened.years).toEqual([2012, 2019]);
  }
});

it("rowComparison(row) is the pair that has the row's r, without a stretch of another outcome", () => {
  const chosen = parse("x=participation&y=margin&lag=1&effects=unit&control=teamwork&xrange=0.1..0.4&yrange=0..1");
  const rows = estimateAgainst(chosen, grain).filter((row) => "r" in row);
  expect(rows.length).toBeGreaterThan(4);
  for (const row of rows)
    expect(estimateComparison(rowComparison(row, chosen), grain).main.r, row.name).toBeCloseTo(row.r, 12);
});

it("entryOf(comparison) counts the planned comparison as that, and a cell as the pair it opens: each used to count twice", () => {
  const chosen = parse("x=participation&y=margin");
  expect(entryOf(rowComparison({name: "margin"}, chosen), {grain, study}, 0.01)).toMatchObject({planned: true});
  expect(entryOf(cellComparison({a: "margin", b: "participation"}, chosen, grain), {grain, study}, 0.01)).toEqual(
    entryOf(chosen, {grain, study}, 0.01)
  );
});

it.each([
  ["lag=1", "participation_1_before"],
  ["transform=change", "change_in_participation"],
  ["transform=rank&lag=-1", "rank_of_participation_1_after"]
])(
  "estimateCurve(comparison) has the choices of %s: it used to be that of the same year as measured",
  async (query, column) => {
    const chosen = parse(`x=participation&y=margin&${query}`);
    const {points, made} = await estimateCurve(chosen, grain, {draws: 19});
    expect(made).toEqual({[column]: "participation"});
    const own = points.find(
      ({specification: {effects, controls, sample, weights}}) =>
        effects.length === 2 && controls.length === 0 && sample === null && weights === null
    );
    const {main} = estimateComparison(chosen, grain, {lenses: false});
    expect(own).toMatchObject({n: main.n});
    expect(Math.sign(own!.standardised)).toBe(Math.sign(main.slope));
  }
);

it("countedAs(formula) tells years, weights and estimators apart: one formula on other years used to count as the same", () => {
  const text = "margin ~ participation + teamwork | department_id";
  const entries = ["", "&years=2012..2016", "&weights=headcount", "&line=Systems"].flatMap((query) => {
    const context = {comparison: parse(`x=participation&y=margin${query}`), grain, study};
    return (["ols", "wild"] as const).map((name) => countedAs(context, name, text));
  });
  expect(new Set(entries.map(({key}) => key)).size).toBe(8);
  expect(new Set(entries.map(({label}) => label)).size).toBe(8);
  expect(entries[3]!.label).toBe(`${text}; wild cluster bootstrap of the first term; 2012 to 2016`);
});

it("entryOf(comparison) names the stretch: two of them used to have one label", () => {
  const label = (range: string): string =>
    entryOf(parse(`x=participation&y=margin&${range}`), {grain, study}, 0.5).label;
  expect(label("xrange=0.1..0.4&yrange=0..0.123456")).toMatch(/; participation 0\.1 to 0\.4; margin 0 to 0\.123$/);
  expect(label("xrange=0.2..Infinity")).toMatch(/; participation from 0\.2$/);
});

it("setAside(comparison) names what a view does without, and nothing of what is as it always is", () => {
  const parts = ["brush", "lag", "transform", "weights", "effects"] as const;
  expect(setAside(parse("x=participation&y=margin"), grain, parts)).toBeUndefined();
  expect(setAside(parse("x=participation&y=margin&lag=1&weights=headcount&xrange=0..1"), grain, parts)).toBe(
    "Chosen, but not used in this view: the stretch, the years between the two and the weights."
  );
  expect(setAside(parse("x=participation&y=margin&lag=1"), grain, ["brush"])).toBeUndefined();
});
