import {expect, it} from "vitest";
import {describing} from "../../src/components/parts/describeDrawing.js";
import {stepsReason} from "../../src/findings/departments/words.en.js";
import * as engagementJapanese from "../../src/findings/engagement/figures.ja.js";
import {change} from "../../src/findings/engagement/figures.en.js";
import {beside as besideEngagement} from "../../src/findings/engagement/words.en.js";
import {purposeOutcome} from "../../src/findings/engagement/purposeOutcome.js";
import {shifts} from "../../src/findings/managers/figures.en.js";
import {sentence as sessionsSentence} from "../../src/findings/sessions/words.en.js";
import {ratedShares} from "../../src/words/en/reportWords.js";
import * as japanese from "../../src/words/ja/reportWords.js";
import {shortAmount} from "../../src/words/ja/numbers.js";
import {speaking} from "../../src/words/language.js";

const scales = [
  {kind: "relative", up: 0.4, same: 0.3, down: 0.3, alike: 0.3},
  {kind: "absolute", up: 0.35, same: 0.25, down: 0.4, alike: 0.4}
];
const person = {one: "manager", many: "managers"};

it("ratedShares() says on which scale more were rated higher, and on which fewer", () => {
  expect(ratedShares(scales, {person})).toMatch(
    /Compared with similar managers, more of them were rated higher on the relative scale, and fewer on the absolute scale\.$/
  );
  expect(ratedShares(scales.slice(0, 1), {person})).not.toContain("So on the");
  expect(japanese.ratedShares(scales, {person: {one: "管理職", many: "管理職"}})).toMatch(
    /相対評価では多く、絶対評価では少ないことになります。$/
  );
});

it("titles of changes name no rise by nought, and one number once", () => {
  expect(change.title("commuting", -0.02, 0.001, "participation")).toBe(
    "Scores on commuting fell by 0.02 points where participation grew most, and did not change where it grew least"
  );
  expect(change.title("teamwork", 0.081, 0.079, "participation")).toBe(
    "Scores on teamwork rose by 0.08 points both where participation grew most and where it grew least"
  );
  expect(change.title("learning", 0.001, -0.001, "participation")).toBe(
    "Scores on learning changed neither where participation grew most nor where it grew least"
  );
  expect(engagementJapanese.change.title("通勤", -0.02, 0.001, "参加率")).toContain("変化なし");
});

it("the gap between measures says what it is a gap of", () => {
  expect(besideEngagement({gap: {estimate: 0.0102, clear: true, digits: 4}, response: NaN})).toBe(
    "The difference in these measures is 0.0102 points higher than that in the other measures together. This gap is clear."
  );
});

it("a difference in ratings names its scale, a step its unit, a share of people whose it is", () => {
  const numbers = {of: "place", estimate: 0.16, low: 0.04, high: 0.28, n: 26655, modules: null} as const;
  expect(sessionsSentence({...numbers, scale: [1, 5]})).toContain("higher than the others, on a scale from 1 to 5.");
  expect(stepsReason([0.1], "93 %")).toBe("Steps of 10 points keep 93 % of its variation.");
  expect(shifts.title([shifts.rated("relative", 0.4, 0.3, "managers")])).toBe(
    "Rated higher after taking part: 40\u202f% on the relative scale, beside 30\u202f% of similar managers"
  );
});

it("a text alternative is read with a capital, in the language's stops, and no longer than 400 characters", () => {
  expect(describing("from the other line: 22 % in 2011; as drawn: 49 %.")).toBe(
    "From the other line: 22 % in 2011; as drawn: 49 %."
  );
  expect(speaking("ja", () => describing("参加率：10%; 利益：22億."))).toBe("参加率：10%；利益：22億。");
  const long = Array.from({length: 60}, (_, i) => `ratings of ${i}`).join("; ");
  expect(describing(long).length).toBeLessThanOrEqual(400);
  expect(describing(long)).toMatch(/\. The table holds the rest\.$/);
});

it("several measures are listed in the language of the page, and an amount has its English digits in Japanese", () => {
  const measures = new Map(
    ["teamwork", "communication"].map((name) => [
      name,
      {name, label: name, unit: "points", direction: "higher", role: "outcome"} as const
    ])
  );
  const purpose = {label: "", measures: ["teamwork", "communication"]};
  expect(purposeOutcome({measures, purpose})).toBe("teamwork and communication");
  expect(speaking("ja", () => purposeOutcome({measures, purpose}))).toBe("teamworkとcommunication");
  expect([39_473_507_000, 2_166_295_000].map((value) => shortAmount(value))).toEqual(["395億", "22億"]);
});
