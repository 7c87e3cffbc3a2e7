/** Whole courses exchanged among units of a line: no link is left, and the explorer must not find one. */
import {expect, it} from "vitest";
import {defaultComparison} from "../../src/explore/defaultComparison.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {estimateMatrix} from "../../src/explore/estimateMatrix.js";
import {carefulInterval} from "../../src/explore/careful.js";
import {exchangeOf} from "../../src/explore/exchangeOf.js";
import {namesOf} from "../../src/explore/grain.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {outcomes, releasedTables, study} from "./releasedFixture.js";
import {shuffleCourses} from "./shuffleCourses.js";

const [grain] = grainsOf(releasedTables(3), study);
if (!grain) throw new Error("no grain");
const comparison = defaultComparison(grain, study);
const draws = 100;
/** the 99 % bound of 5 % in so many draws; the full run of 400 has 31 */
const most = 11;

it.each(outcomes)("the default interval of %s excludes zero in at most 11 of 100 shuffles", (outcome) => {
  const asked = {...comparison, outcome};
  const excluded = Array.from({length: draws}, (_, draw) => {
    const shuffled = shuffleCourses(grain, [comparison.exposure], 100 + draw);
    const {main, data} = estimateComparison(asked, shuffled, {lenses: false});
    const [low, high] = carefulInterval(main, exchangeOf(asked, shuffled, data, {draws: 199})) ?? [NaN, NaN];
    return low > 0 || high < 0;
  });
  expect(excluded.filter(Boolean).length).toBeLessThanOrEqual(most);
});

it("the matrix flags anything after adjustment in at most 11 of 100 shuffles", () => {
  const flagged = Array.from({length: draws}, (_, draw) => {
    const shuffled = shuffleCourses(grain, namesOf(grain), 900 + draw);
    const {within} = estimateMatrix(comparison, shuffled, {draws: 199, between: false});
    return within.some((cell) => "adjusted" in cell && cell.adjusted !== null && cell.adjusted < 0.05);
  });
  expect(flagged.filter(Boolean).length).toBeLessThanOrEqual(most);
});

it("a link that is there is found", () => {
  const [x, y] = [grain.columns.participation as Float64Array, grain.columns.margin as Float64Array];
  const linked = {...grain, columns: {...grain.columns, margin: y.map((value, row) => value + 0.15 * (x[row] ?? 0))}};
  const {main, data} = estimateComparison(comparison, linked, {lenses: false});
  const [low] = carefulInterval(main, exchangeOf(comparison, linked, data)) ?? [NaN];
  expect(low).toBeGreaterThan(0);
});
