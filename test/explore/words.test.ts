import {expect, it} from "vitest";
import {errorsOf, joinErrors} from "../../src/explore/comparisonErrors.js";
import {estimateComparison, sketchComparison, withErrors} from "../../src/explore/estimateComparison.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {parseComparison} from "../../src/explore/parseComparison.js";
import {errorWords, printScale, sayEstimate, slopeUnit, warningsFor} from "../../src/explore/words.js";
import {releasedTables, study} from "./releasedFixture.js";

const labels = new Map([
  ["teamwork", {label: "Test scores", unit: "per 100 pupils"}],
  ["canteen", {label: "Small class", unit: "0 or 1"}]
]);
const named = {...study, measures: study.measures.map((measure) => ({...measure, ...labels.get(measure.name)}))};
const grains = grainsOf(releasedTables(), named);
const [grain] = grains;
const saying = (query: string): string => {
  const comparison = parseComparison(query, grains, named);
  return sayEstimate(comparison, grain!, estimateComparison(comparison, grain!).main).sentence;
};

it("sayEstimate(comparison) agrees with a plural, and says a rate as a rate: it used to say “test scores was 0.1 per …”", () => {
  expect(saying("y=teamwork&x=participation")).toMatch(
    /, test scores were (higher|lower) by [\d.]+\u00a0per 100 pupils for 10 points more participation\.$/
  );
});

it("sayEstimate(comparison) writes a measure small within a sentence, and a word after a whole space", () => {
  expect(saying("y=trust&x=participation&control=teamwork")).toMatch(
    /, adjusted for test scores, trust was [\d.]+\u00a0points (higher|lower) for /
  );
  expect(printScale(parseComparison("y=margin&x=canteen", grains, named), grain!).step).toBe(
    "a yes rather than a no to “small class”"
  );
});

it("printScale(comparison) says more in a share: it used to say “10 points more share who answered”", () => {
  expect(printScale(parseComparison("y=margin&x=response", grains, named), grain!).step).toBe(
    "10 points more in the share who answered the survey"
  );
});

it("slopeUnit(comparison) says what a slope is in: panels and table used to have bare numbers", () => {
  const unitOf = (query: string): string => slopeUnit(parseComparison(query, grains, named), grain!);
  expect(unitOf("y=margin&x=participation")).toBe("Slopes are in percentage points for 10 points more participation.");
  expect(unitOf("y=teamwork&x=participation")).toBe("Slopes are per 100 pupils, for 10 points more participation.");
  expect(unitOf("y=margin&x=participation&transform=rank")).toBe(
    "Slopes are in places for one place further up in participation."
  );
});

const participation = (values: (unit: number, year: number) => number): string[] => {
  const tables = releasedTables();
  const rows = tables.department_years!.rows.map((row, i) => ({
    ...row,
    participation: values(Math.floor(i / 11), i % 11)
  }));
  const [made] = grainsOf({...tables, department_years: {...tables.department_years!, rows}}, study);
  const comparison = parseComparison("y=margin&x=participation", [made!], study);
  const {data, main} = estimateComparison(comparison, made!);
  return warningsFor(comparison, made!, data, main);
};

it("warningsFor(comparison) says of bands what they are, and of exact shares nothing: few of them used to pass for bands", () => {
  const banded = participation((unit, year) => (year < 2 ? 0 : 0.05 + 0.1 * ((unit + year) % 7)));
  expect(banded).toContain("Participation is published in steps of 10\u202f%, which makes links look a little weaker.");
  expect(participation((unit, year) => [0, 0.1, 0.21, 0.27, 0.32][(unit * year) % 5]!).join(" ")).not.toContain(
    "steps"
  );
});

it("warningsFor(comparison) counts one in the singular: it used to say “1 years lack a value”", () => {
  const tables = releasedTables();
  const rows = tables.department_years!.rows.map((row, i) => (i === 30 ? {...row, profit: null} : row));
  const [made] = grainsOf({...tables, department_years: {...tables.department_years!, rows}}, study);
  const comparison = parseComparison("y=profit&x=margin", [made!], study);
  const {data, main} = estimateComparison(comparison, made!);
  expect(warningsFor(comparison, made!, data, main)).toContain("1 department-year lacks a value and is left out.");
});

it("errorWords() leaves to the range why there is no interval: it used to be said twice", () => {
  const [few] = grainsOf(releasedTables(1, {units: 4}), study);
  const comparison = parseComparison("", [few!], study);
  const {main} = estimateComparison(comparison, few!);
  expect(sayEstimate(comparison, few!, main).range).toContain("With 4 departments there is no interval");
  expect(errorWords(comparison, few!, main, null)).toBe("");
});

it("joinErrors(sketch, errorsOf(estimate)) is the estimate, whose dots were sent once", () => {
  const comparison = parseComparison("y=profit&x=participation", grains, named);
  const sketch = sketchComparison(comparison, grain!);
  const whole = withErrors(sketch, comparison, grain!);
  const sent = errorsOf(whole);
  expect([sent.main, ...sent.lenses].flatMap((one) => ["x", "y", "rows"].filter((name) => name in one))).toEqual([]);
  const joined = joinErrors(sketch, sent);
  expect(joined).toEqual(whole);
  expect(joined.lenses.indexOf(joined.main)).toBe(whole.lenses.indexOf(whole.main));
});
