import {expect, it} from "vitest";
import {errorsOf, joinErrors} from "../../src/explore/comparisonErrors.js";
import {estimateComparison, sketchComparison, withErrors} from "../../src/explore/estimateComparison.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {parseComparison} from "../../src/explore/parseComparison.js";
import {printScale, sayEstimate} from "../../src/explore/words.js";
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
