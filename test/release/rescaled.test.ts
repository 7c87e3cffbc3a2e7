/** A rescaling counts nobody as changed, and hides nobody who is changed with it; digests of old are still compared. */
import {describe, expect, it} from "vitest";
import {
  changedCells,
  digestsOf,
  forgetPerson,
  type PeriodDigests,
  type PersonRow
} from "../../loaders/disclosure/vintage.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {crewFiles, crewStudy} from "../warehouse/crewStudy.js";

const key = "ab".repeat(32);
const years = [2013, 2014];
const crew = Array.from({length: 20}, (_, i) => `M${String(i).padStart(2, "0")}`);
const scales = `scale_id,minimum,maximum,higher_is_better,kind
five,1,5,true,relative
hundred,0,100,true,relative
turned,1,9,false,relative
`;

type Rate = (rating: number, i: number) => readonly [rating: number, scale: string];

const five: Rate = (rating) => [rating, "five"];
const hundred: Rate = (rating) => [25 * (rating - 1), "hundred"];
const turned: Rate = (rating) => [9 - 2 * (rating - 1), "turned"];

async function rowsOf(rate: Rate): Promise<readonly PersonRow[]> {
  const rows = crew.flatMap((one, i) => years.map((year) => [one, year, ...rate(1 + ((i + year) % 5), i)].join(",")));
  const {folder, cache} = await crewStudy({
    "rating_scales.csv": scales,
    "performance_ratings.csv": ["manager_id,fiscal_year,rating,scale_id", ...rows, ""].join("\n"),
    "session_ratings.csv": [
      "session_id,manager_id,rating,scale_id",
      ...crew.slice(0, 12).map((one, i) => [`s2014`, one, ...rate(1 + (i % 5), i)].join(",")),
      ""
    ].join("\n")
  });
  const warehouse = await openWarehouse(await readStudy(folder), cache);
  const read = await warehouse.query<PersonRow>(new URL("../../loaders/release/sql/person_rows.sql", import.meta.url));
  warehouse.close();
  return read;
}

const then = await rowsOf(five);
const hundreds = await rowsOf(hundred);

/** Persons in whom any cell of appraisals and of ratings differs in 2014. */
function changed(now: readonly PersonRow[], from: (name: string) => PeriodDigests = digested(then)): number[] {
  return ["appraisals 2014", "ratings 2014"].map((name) =>
    Math.max(0, ...changedCells(from(name), digested(now)(name)).values())
  );
}

const digested =
  (rows: readonly PersonRow[]) =>
  (name: string): PeriodDigests =>
    digestsOf(rows, key)[name] ?? {};

describe("digests of ratings count", () => {
  it("nobody where all are brought to another scale: a revision used to count everybody", async () => {
    expect(changed(hundreds)).toEqual([0, 0]);
    expect(changed(await rowsOf(turned))).toEqual([0, 0]);
  });

  it("the one who is corrected with it: he used to be lost among all, and the revision passed", async () => {
    const corrected: Rate = (rating, i) => (i === 3 ? [rating === 1 ? 100 : 0, "hundred"] : hundred(rating, i));
    expect(changed(await rowsOf(corrected))).toEqual([1, 1]);
  });

  it("whoever alone is brought to another scale, though his place on it is the same", async () => {
    const [appraised, rated] = changed(await rowsOf((rating, i) => (i === 3 ? hundred : five)(rating, i)));
    expect([appraised, rated]).toEqual([1, 1]);
  });

  it("as before where the digests are of a release of old, which placed nobody", () => {
    const old = (name: string): PeriodDigests =>
      Object.fromEntries(
        Object.entries(digested(then)(name)).map(([cell, ones]) => [
          cell,
          ones.map((one) => one.split(" ").slice(0, 2).join(" "))
        ])
      );
    expect(changed(then, old)).toEqual([0, 0]);
    expect(changed(hundreds, old)).toEqual([20, 12]);
  });

  it("whoever was erased, for ever", () => {
    const vintage = {key, periods: {"appraisals 2014": [digested(then)("appraisals 2014")]}, rows: {}};
    const [left = {}] = forgetPerson(vintage, "M03").vintage.periods["appraisals 2014"] ?? [];
    expect([...changedCells(left, digested(hundreds)("appraisals 2014")).values()]).toEqual([2]);
  });
});

type Answer = (response: number, i: number) => number;

/** Answers of a year by five persons a department, on a scale from 1 to a maximum. */
async function answersOf(maximum: number, answer: Answer): Promise<(name: string) => PeriodDigests> {
  const responses = crew.map((_, i) => `2014,r${i},q1,D${1 + (i % 4)},${answer(1 + (Math.floor(i / 4) % 5), i)}`);
  const {folder, cache} = await crewStudy({
    "survey_items.csv": crewItems.replace(",1,5,false", `,1,${maximum},false`),
    "survey_responses.csv": ["fiscal_year,respondent_id,item_id,department_id,response", ...responses, ""].join("\n")
  });
  const warehouse = await openWarehouse(await readStudy(folder), cache);
  const read = await warehouse.query<PersonRow>(new URL("../../loaders/release/sql/person_rows.sql", import.meta.url));
  warehouse.close();
  return digested(read);
}

const crewItems = crewFiles["survey_items.csv"] ?? "";
const nine: Answer = (response) => 2 * response - 1;

describe("digests of answers count", () => {
  const counts = (first: (name: string) => PeriodDigests, second: (name: string) => PeriodDigests): number[] => [
    ...changedCells(first("survey 2014"), second("survey 2014")).values()
  ];

  it("nobody where an item is brought to another scale, and those who are changed with it: others used to count", async () => {
    const fives = await answersOf(5, (response) => response);
    expect(counts(fives, await answersOf(9, nine))).toEqual([]);
    expect(counts(fives, await answersOf(9, (response, i) => (i === 4 ? 9 : nine(response, i))))).toEqual([1]);
    // only the declared scale is corrected, and one answer with it
    expect(counts(fives, await answersOf(7, (response, i) => (i === 4 ? 7 : response)))).toEqual([1]);
  });

  it("as before where the digests are of a release of old, which had contents alone", async () => {
    const fives = await answersOf(5, (response) => response);
    const old = (name: string): PeriodDigests =>
      Object.fromEntries(
        Object.entries(fives(name)).map(([cell, ones]) => [cell, ones.map((one) => one.split(" ")[1] ?? one)])
      );
    expect(counts(old, fives)).toEqual([]);
    expect(counts(old, await answersOf(9, nine))).toEqual([2, 2, 2, 2]);
  });
});
