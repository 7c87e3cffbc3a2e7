/** What sentences say of numbers' base, scales and steps where a reader first meets them. */
import {expect, it} from "vitest";
import {absent} from "../../src/findings/departments/words.en.js";
import {claimsNote} from "../../src/words/en/claimed.js";
import {basedOn} from "../../src/words/en/intervals.js";
import {basedOn as basedOnInJapanese} from "../../src/words/ja/intervals.js";
import {ratedShares, tookPart} from "../../src/words/en/reportWords.js";
import {nameStudy, speaking} from "../../src/words/language.js";

const study = {unit: {one: "ward", many: "wards"}, person: {one: "nurse", many: "nurses"}, programme: "mentoring"};

it("basedOn() says which years rows of several years are of, and nothing of a single one", () => {
  expect(basedOn(264, "ward-years", [2009, 2019])).toBe("264 ward-years from 2009 to 2019");
  for (const years of [null, [2019, 2019]] as const) expect(basedOn(24, "wards", years)).toBe("24 wards");
  expect(speaking("ja", () => basedOnInJapanese(264, "部署年度", [2009, 2019]))).toBe("2009〜2019年度の264部署年度");
  nameStudy({fiscalYearStart: "08-01", words: {year: {one: "school year", many: "school years"}}});
  expect(basedOn(300, "class-years", [1985, 1988])).toBe("300 class-years from 1985\u201386 to 1988\u201389");
  nameStudy();
});

it("claimsNote() says why a claim on profits is answered by the margin, where it is", () => {
  expect(claimsNote("per 10 points", study, {margin: true})).toMatch(
    /^Wards are compared by profit margin, the share of revenue that is profit, since profit itself grows with size\. Diff/
  );
  expect(claimsNote("per 10 points", study, {margin: false})).toMatch(/^Differences between wards/);
});

it("ratedShares() says what the two kinds of scale rate by, where both are used", () => {
  const scale = {up: 0.4, same: 0.3, down: 0.3, alike: null};
  const said = ratedShares(
    ["relative", "absolute"].map((kind) => ({...scale, kind})),
    study
  ).replaceAll("\u202f", " ");
  expect(said).toContain("On the relative scale, which rates nurses against one another, 40 % of those who took part");
  expect(said).toContain("On the absolute scale, which rates each by a fixed standard, 40 % of those who took part");
  expect(ratedShares([{...scale, kind: "relative"}], study)).not.toContain("scale");
});

it("tookPart.subtitle() says that a value stands in the middle of its step", () => {
  expect(tookPart.subtitle(study, [0.1])).toContain("took part, shown at the middle of steps of 10 points, by ");
});

it("absent() counts who is left out, and names what is withheld only where something is", () => {
  expect(absent("classes", {of: 323, missing: 0, withheld: false})).toBe(
    "All 323 classes of these data are in the estimate."
  );
  expect(absent("firm-years", {of: 471, missing: 309, withheld: false})).toBe(
    "309 of 471 firm-years are not in the estimate: a value is missing."
  );
  expect(absent("ward-years", {of: 264, missing: 1, withheld: true})).toBe(
    "1 of 264 ward-years is not in the estimate: a value is missing, or withheld to protect people."
  );
});
