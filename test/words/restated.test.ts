import {expect, it} from "vitest";
import {tableModules} from "../../loaders/release/tableModules.js";
import {moduleMeans} from "../../loaders/release/models/moduleMeans.js";
import {shownPair, tableTitle} from "../../src/words/en/restated.js";

const words = {unit: {one: "team", many: "teams"}, person: {one: "manager", many: "managers"}};

it("shownPair(before, now) gives the fewest digits that tell them apart", () => {
  expect(shownPair(65129000, 67613000)).toEqual(["65,129,000", "67,613,000"]);
  expect(shownPair(1184163.6363, 1229327.2727)).toEqual(["1,184,164", "1,229,327"]);
  expect(shownPair(0.060623, 0.062935, {share: true})).toEqual(["6.06\u202f%", "6.29\u202f%"]);
  expect(shownPair(3.5, 3.55)).toEqual(["3.50", "3.55"]);
  expect(shownPair(0.17123, 0.17124)).toEqual(["0.17123", "0.17124"]);
  expect(shownPair(0.3, 0.25)).toEqual(["0.30", "0.25"]);
  expect(shownPair(0, -0.06)).toEqual(["0.00", "\u22120.06"]);
  expect(shownPair(3, 3)).toEqual(["3", "3"]);
});

it("shownPair() says of a cell that it is withheld, and by which rule", () => {
  expect(shownPair("a value", {suppressed: "fewer than 10"})).toEqual(["a value", "withheld: fewer than 10"]);
  expect(shownPair(null, 3.456)).toEqual(["no value", "3.46"]);
});

it("tableTitle() has words for every released table, in the study's own", () => {
  const names = [...Object.keys(tableModules), moduleMeans.name];
  const bare = names.filter((name) => tableTitle(name, words).toLowerCase() === name.replaceAll("_", " "));
  expect(bare.filter((name) => name !== "events")).toEqual([]);
  expect(tableTitle("department_years", words)).toBe("Teams by year");
});
