import {afterEach, beforeEach, expect, it} from "vitest";
import {columns, reorganised, sentence} from "../../src/words/en/movers.js";
import {nameStudy} from "../../src/words/language.js";

const named = {unit: {one: "clinic", many: "clinics"}, person: {one: "team lead", many: "team leads"}};

beforeEach(() => nameStudy({fiscalYearStart: "01-01"}));
afterEach(() => nameStudy());

it("movers' sentence() says how many moved, and in how many years too few did to be shown", () => {
  const where = "Participation counts in the clinic where team leads were on the day of the session.";
  expect(sentence({years: 4, withheld: 1, range: [10, 25]}, named)).toBe(
    `${where} From one year to the next, 10 to 25 team leads changed clinic. In one year too few moved for the number to be shown.`
  );
  expect(sentence({years: 4, withheld: 0, range: [15, 15]}, named)).toBe(
    `${where} From one year to the next, about 15 team leads changed clinic.`
  );
  expect(sentence({years: 6, withheld: 5, range: [15, 15]}, named)).toBe(
    `${where} In one year, about 15 team leads changed clinic. In five years too few moved for the number to be shown.`
  );
  expect(sentence({years: 4, withheld: 4, range: null}, named)).toBe(
    `${where} In each year too few moved for the number to be shown.`
  );
});

it("reorganised() names the years, and columns say when", () => {
  const years = [
    {fiscal_year: 2013, departments: 1},
    {fiscal_year: 2016, departments: 2}
  ];
  expect(reorganised(years, named)).toBe(
    "Team leads whose clinic was merged or split are not counted as having moved. 1 clinic in 2013 and 2 clinics in 2016 passed people on to others."
  );
  expect(columns.managers(named)).toBe("Team leads in post then and the year before");
});
