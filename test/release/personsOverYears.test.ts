/** Persons behind a figure of several years are persons: the same few, year after year, used to count as many. */
import {describe, expect, it} from "vitest";
import {policyFor} from "../../loaders/disclosure/policy.js";
import {scalesOf} from "../../loaders/release/models/scalesOf.js";
import type {ReleaseContext} from "../../loaders/release/releaseModule.js";
import {ratingYears} from "../../loaders/release/tables/ratingYears.js";
import {isSuppressed} from "../../src/released/cell.js";

/** A context whose warehouse answers each question by its file's name, and other questions with no rows. */
function answering(answers: Readonly<Record<string, readonly object[]>>): ReleaseContext {
  const query = async (sql: URL): Promise<readonly object[]> =>
    answers[sql.pathname.replace(/^.*\/|\.sql$/g, "")] ?? [];
  return {
    policy: policyFor({thresholds: {}}),
    study: {tables: [], name: "few", folder: "nowhere"},
    warehouse: {query}
  } as unknown as ReleaseContext;
}

const years = [2011, 2012, 2013, 2014, 2015, 2016];

const started = [-1, 0, 1].map((years_from_start) => ({years_from_start, managers: 60, started: 60, mean: 0.4, sd: 1}));

/** Each year's ratings of so many managers who have not started. */
const waiting = (managers: number): object[] =>
  years.flatMap((fiscal_year) =>
    Array.from({length: managers}, (_, i) => ({
      manager_id: `P${i}`,
      fiscal_year,
      z: Math.sin(i * 7 + fiscal_year),
      taken_part: 0
    }))
  );

describe("ratingYears.make(context)", () => {
  it("withholds what regression to the mean would bring where 12 persons tell how far a rating lasts", async () => {
    const expected = async (managers: number): Promise<unknown[]> => {
      const context = answering({rating_years: started, manager_ratings: waiting(managers)});
      return (await ratingYears.make(context)).value.rows.map((row) => row.expected);
    };
    const [before, ...after] = await expected(12);
    expect(before).toBe(0.4);
    expect(after.map((cell) => isSuppressed(cell as never))).toEqual([true, true]);
    expect((await expected(30)).map((cell) => typeof cell)).toEqual(["number", "number", "number"]);
  });
});

describe("scalesOf(context)", () => {
  const patterns = (persons: number): object[] =>
    years.flatMap((fiscal_year) =>
      ["3 4", "4 4", "5 3"].map((answers) => ({
        measure: "teamwork",
        items: '["T1","T2"]',
        department_id: "D1",
        fiscal_year,
        answers,
        persons,
        minimum: 1,
        maximum: 5
      }))
    );

  it("says nothing of a scale that 9 persons answered in six years, and says it of one that 12 answered", async () => {
    expect((await scalesOf(answering({scale_answers: patterns(3)}))).value.rows).toEqual([]);
    const [row] = (await scalesOf(answering({scale_answers: patterns(4)}))).value.rows;
    expect(row).toMatchObject({measure: "teamwork", since: 2011, until: 2016});
  });
});
