import {expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {worthwhileSaid} from "../../src/findings/worthwhileSaid.js";

const studies = ["fujitsu-ssl", "jtrain", "star", "us-fatalities"];

it("worthwhileSaid() has a unit that a reader knows; a correlation used to be money, and a point of margin 0.01 share", async () => {
  const said = await Promise.all(
    studies.map(async (name) => {
      const study = await readStudy(`data/${name}`);
      return study.plan.map((planned) => worthwhileSaid(planned, study));
    })
  );
  expect(said.flat()).toEqual([
    "10 percentage points, over all years",
    "1 percentage point, per 100 points more taking part",
    "a correlation of 0.5",
    "0.1 points",
    "0.1 standard deviations",
    "0.1 points, per 100 points more taking part",
    "10 log points, with a training grant",
    "2 percentile points, with fewer pupils",
    "0.2 per 10,000 people, where the beer tax was 1 dollar of 1988 a case higher"
  ]);
});

it("worthwhileSaid() is of the plan's own exposure and outcome: other shares, amounts, sessions and money", async () => {
  const study = await readStudy("data/fujitsu-ssl");
  const said = (outcome: string, term: string): string =>
    worthwhileSaid(
      {finding: "departments", specification: `${outcome} ~ ${term} | department_id`, term, worthwhile: 2},
      study
    );
  expect(["stock", "dose", "headcount"].map((term) => said("profit", term))).toEqual([
    "2 yen, per 100 points more having completed it",
    "2 yen, per full programme of sessions more a manager",
    "2 yen, where employees were 1 higher"
  ]);
});
