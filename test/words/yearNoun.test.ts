import {afterEach, expect, it} from "vitest";
import {glossaryTerms} from "../../src/words/glossary.js";
import {nameStudy, speak} from "../../src/words/language.js";
import {programmeCalled, startCalled} from "../../src/words/programmeCalled.js";
import {unitsOverYears} from "../../src/words/en/reportWords.js";
import {yearNoun, yearsRun, yearsSaid} from "../../src/words/yearNoun.js";

afterEach(() => {
  nameStudy();
  speak("en");
});

it("yearNoun() is a fiscal year, which every study used to have", () => {
  nameStudy({fiscalYearStart: "04-01"});
  expect(yearNoun().one).toBe("fiscal year");
  expect(yearsSaid([2011, 2019])).toBe("fiscal years 2011 to 2019");
  speak("ja");
  expect(yearsSaid([2011, 2019])).toBe("2011〜2019年度");
});

it("yearNoun() is a year where it begins with January, and the study's own word where it has one", () => {
  nameStudy({fiscalYearStart: "01-01"});
  expect(yearsSaid([1982, 1988])).toBe("years 1982 to 1988");
  nameStudy({fiscalYearStart: "08-01", words: {year: {one: "school year", many: "school years"}}});
  expect(yearsSaid([1985, 1985])).toBe("school year 1985–86");
  expect(yearsRun([1985, 1985])).toBe("in the school year 1985–86");
  expect(yearsRun([1999, 2001])).toBe("from 1999–00 to 2001–02");
  // used to say 1985, of which half was another school year
  expect(
    unitsOverYears([{year: 1985, had: 126, of: 323}], {unit: {one: "class", many: "classes"}, noun: "an aide"})
  ).toBe("Classes with an aide: 126 of 323 in 1985–86.");
  nameStudy({fiscalYearStart: "04-01"});
  expect(yearsRun([2011, 2011])).toBe("in 2011");
});

it("programmeCalled() names what nobody takes part in", () => {
  const study = {programme: "the beer tax"};
  expect(programmeCalled(study)).toBe("the programme");
  nameStudy({exposure: {kind: "amount"}});
  expect(programmeCalled(study)).toBe("the beer tax");
  expect(startCalled(study)).toBe("the years observed");
  nameStudy({exposure: {kind: "law"}});
  expect(startCalled(study)).toBe("the beer tax");
});

it("glossaryTerms() has no participation, and no fiscal year, where there are none", () => {
  const ids = (): string[] => glossaryTerms().map(({id}) => id);
  expect(ids()).toEqual(expect.arrayContaining(["participation", "dose", "fiscal-year"]));
  nameStudy({fiscalYearStart: "01-01", exposure: {kind: "law"}});
  for (const id of ["participation", "dose", "fiscal-year"]) expect(ids()).not.toContain(id);
});
