/** Sentences in the variants that few studies force: the other direction, no difference, other units, other counts. */
import {describe, expect, it} from "vitest";
import {comparisonSentence, levelWords} from "../../src/words/en/card.js";
import {multiplicityReason, precisionReason} from "../../src/words/en/checkWords.js";
import {type Exposure, exposurePhrases} from "../../src/words/en/exposure.js";
import {headline, ratingsOf} from "../../src/words/en/headline.js";
import {limitsWords} from "../../src/words/en/limits.js";
import {nextStudy, noNextStudy} from "../../src/words/en/nextStudy.js";
import {spokenOf, withArticle} from "../../src/words/en/outcome.js";
import {
  exposedHeading,
  exposureOverYears,
  mainPoints,
  sharesOverYears,
  unitsOverYears
} from "../../src/words/en/reportWords.js";
import type {AdviceInput} from "../../src/words/en/advice.js";
import {nameStudy} from "../../src/words/language.js";
import {advice} from "../../src/findings/departments/advice.en.js";
import {measures} from "../../src/findings/departments/figures.en.js";
import {alternative, asks, sentence} from "../../src/findings/departments/words.en.js";
import {sentence as engagement, title as engagementTitle} from "../../src/findings/engagement/words.en.js";
import {beside, sentence as managers} from "../../src/findings/managers/words.en.js";
import {unrelated} from "../../src/findings/organisation/figures.en.js";
import {advice as purposeAdvice} from "../../src/findings/purpose/advice.en.js";
import {sentence as purpose, title as purposeTitle} from "../../src/findings/purpose/words.en.js";
import {advice as sessionsAdvice} from "../../src/findings/sessions/advice.en.js";

const study = {
  unit: {one: "agency", many: "agencies"},
  person: {one: "official", many: "officials"},
  programme: "the fund"
};
const phrasesOf = (exposure: Partial<Exposure>) =>
  exposurePhrases({kind: "money", one: "the fund", step: 1000, unit: "euros", ...exposure}, study);
const phrases = phrasesOf({});
const shown = {low: -0.14, high: 0.14, n: 144, rows: "agency-years"};
const input: AdviceInput = {
  answer: "clear",
  hoped: false,
  drawn: false,
  programme: "mentoring",
  outcome: "profit margin",
  person: study.person,
  fewRated: false,
  ratersKnew: false
};

describe("where an estimate is printed as zero", () => {
  const words = {phrases, study, followed: true, within: [], effect: false};

  it("no sentence says that something rose by 0.00, or was 0.00 higher", () => {
    const said = [
      sentence(
        {...words, outcome: {name: "stay", label: "Waiting"}},
        {...shown, estimate: 0.001, unit: "days", percent: null}
      ),
      engagement({...words, measures: ["teamwork"]}, {...shown, estimate: -0.002}),
      managers({...shown, estimate: 0.003}),
      beside({...shown, own: 0.004, expected: -0.001}),
      purpose({
        person: "official",
        from: {year: 2011, share: 0.2},
        to: {year: 2019, share: 0.2},
        chance: 0.4,
        trend: {...shown, estimate: 0.001},
        years: 9,
        lines: 2
      })
    ];
    expect(said.filter((text) => /\b0\.?0* (?:points|days|percentage|standard)|by 0\.0|of 0\.0/.test(text))).toEqual(
      []
    );
    expect(said[0]).toContain("waiting was no different for every 1,000 euros more");
    expect(said[3]).toBe(
      "Over all years, their own ratings were the same after the start as before it. " +
        "Chance alone (regression to the mean) would have led us to expect no change from the year before the start."
    );
  });
});

describe("where things went the other way", () => {
  it("what else could explain it is about units that did worse", () => {
    const told = {study, phrases, effect: false};
    expect(alternative(told, {isShare: false, worse: true})).toBe(
      "Agencies about to do worse may have received more money."
    );
    expect(alternative(told, {isShare: true, worse: true})).toBe(
      "An agency about to do worse may have had more time for the fund."
    );
    expect(alternative(told, {isShare: true, worse: false})).toContain("about to do better");
  });

  it("advice is on what moved, and never on meetings that rose where they fell", () => {
    expect(advice(input)).toEqual([
      {
        advice: "Do not extend mentoring before the reason is known.",
        because: "Profit margin differed in the other direction from the one hoped for."
      }
    ]);
    expect(purposeAdvice(input)[0]?.because).toBe("Meetings across them became fewer.");
    expect(sessionsAdvice(input)[0]?.advice).toBe("Review the modules on reflection.");
    expect(advice({...input, answer: "small"})[0]?.advice).toBe("Do not expect mentoring to change profit margin.");
  });

  it("a correlation that others reach in either direction has no sign", () => {
    expect(unrelated.text(0.17, -0.94, 0.2)).toContain("a correlation of 0.94 or more in either direction");
  });

  it("a title of lower scores does not ask whether they rose", () => {
    const words = {phrases, study, measures: ["teamwork"], before: false, followed: true};
    expect(engagementTitle({...words, answer: "difference", side: "lower"})).toContain("Whether scores fell");
  });
});

describe("an outcome", () => {
  it("that counts itself is more or fewer, and its unit is said once", () => {
    const outcome = {name: "complaints", label: "Complaints", unit: "complaints"};
    expect(withArticle("Complaints", "higher", "complaints")).toBe("more complaints");
    expect(
      sentence(
        {outcome, phrases, study, followed: true, within: [], effect: false},
        {estimate: 0.597, low: 0.529, high: 0.653, unit: "complaints", n: 144, rows: "agency-years", percent: null}
      )
    ).toContain("complaints were higher by 0.597 for every 1,000 euros more.");
  });

  it("has an article where its name takes one, whatever follows its head", () => {
    expect(spokenOf("Scrap rate")).toBe("the scrap rate");
    expect(spokenOf("Length of stay")).toBe("the length of stay");
    expect(spokenOf("share who answered the survey")).toBe("the share who answered the survey");
    expect(spokenOf("Profit margin")).toBe("profit margin");
    expect(spokenOf("Traffic deaths")).toBe("traffic deaths");
    expect(withArticle("Share of young people", "higher", "share")).toBe("a higher share of young people");
  });

  it("is named where it alone was compared, and is clear but not sure enough", () => {
    const said = {named: [], persons: false, level: 3, phrases, study} as const;
    expect(headline({...said, kind: "unsure", compared: ["scrap rate"]})).toBe(
      "The difference in the scrap rate is clear, but not sure enough to rely on"
    );
  });
});

describe("an exposure", () => {
  it("whose name is the programme's is said once", () => {
    expect(asks.placebo(study, "the fund")).toBe("Are outcomes that the fund cannot affect unrelated to it?");
  });

  it("is averaged with the digits that its size takes", () => {
    const said = (unit: string, from: number, to: number): string =>
      exposureOverYears(
        {noun: "the fund", unit},
        {first: {year: 2010, mean: from}, last: {year: 2016, mean: to}, units: "agencies"}
      );
    expect(said("euros", 250, 3312.5)).toBe(
      "On average over agencies, the fund was 250 euros in 2010 and 3313 in 2016."
    );
    expect(said("sessions", 0, 2.6875)).toContain("was 0 sessions in 2010 and 2.69 in 2016");
    expect(said("dollars", 0.527, 0.48)).toContain("was 0.53 dollars in 2010 and 0.48 in 2016");
  });

  it("that comes in amounts is not said to be there in every unit", () => {
    expect(noNextStudy({noun: "the fund", isAmount: true}, study)).toBe(
      "We give a size only for studies in which a draw decides who starts first. Here agencies differ in the level of the fund, so we give none."
    );
  });

  it("that is there or not is counted, and no unit is promised by name", () => {
    expect(exposedHeading("law", "the ban", study)).toBe("How many agencies had the ban");
  });
});

describe("how a comparison is said to be made", () => {
  it("names what is compared, by the study's own word", () => {
    nameStudy({words: {unit: {one: "school", many: "schools"}}});
    expect(levelWords[3]).toBe("similar schools, each followed over time");
    nameStudy();
    expect(comparisonSentence({level: 2, unit: {one: "module", many: "modules"}, adjustedFor: ["the year"]})).toBe(
      "Modules compared with others that may differ, adjusted for the year."
    );
  });

  it("one comparison needs no adjustment, and none is claimed", () => {
    expect(multiplicityReason(0.085, 1)).toBe("It is the only comparison, so p needs no adjustment: 0.085.");
    expect(multiplicityReason(0.12, 4)).toBe("Adjusted p is 0.12, for 4 comparisons.");
  });

  it("an interval includes zero or does not", () => {
    expect(precisionReason({low: 0.1, high: 0.3}, 0.2, "points")).toBe("The interval does not include zero.");
    expect(precisionReason({low: -0.1, high: 0.3}, 0.2, "points")).toBe(
      "The interval includes both zero and 0.2 points."
    );
  });

  it("a table of other measures names the planned one, or none", () => {
    expect(measures.text("with the ban", {planned: null, profit: false})).toBe(
      "Differences with the ban. None of these is the main comparison, so all are exploratory."
    );
    expect(measures.text("", {planned: "profit margin", profit: true})).toContain(
      "The main comparison is of profit margin"
    );
  });
});

describe("what the report says in short", () => {
  it("names whose ratings are meant, and of what we are how sure", () => {
    expect(ratingsOf(study.person)).toBe("ratings of officials");
    const point = {title: "They liked 65 % of it", sentence: "", certainty: "low"};
    const points = (differs: boolean): string[] =>
      mainPoints({
        study,
        purpose: null,
        clear: [],
        comparisons: 0,
        small: false,
        organisation: null,
        sessions: {...point, differs},
        engagement: {...point, title: "Scores did not clearly rise", certainty: "very low"},
        drawn: true
      });
    // where the title names no difference there is none to be sure of
    expect(points(true)[0]).toBe("They liked 65 % of it. How sure we are of this difference: low.");
    expect(points(false)).toEqual([
      "They liked 65 % of it. How sure we are: low.",
      "Scores did not clearly rise. How sure we are: very low."
    ]);
  });

  it("makes five points at most, the surest first, and leaves out what is as little sure as others and comes last", () => {
    const point = (title: string, certainty = "very low") => ({title, sentence: "", certainty});
    const points = mainPoints({
      study,
      purpose: point("They met more"),
      clear: [point("Margin was higher", "low"), point("Ratings were higher")],
      comparisons: 4,
      small: false,
      organisation: point("Profit rose"),
      sessions: {...point("They liked it", "low"), differs: true},
      engagement: point("Scores did not clearly rise"),
      drawn: false
    });
    expect(points.map((text) => text.split(".")[0])).toEqual([
      "Margin was higher",
      "They liked it",
      "Ratings were higher",
      "They met more",
      "Profit rose"
    ]);
  });

  it("names the lines by the study's whole word in a title", () => {
    nameStudy({words: {division: {one: "line of business", many: "lines of business"}}});
    expect(purposeTitle({clear: true, more: true, lines: 2})).toBe(
      "The two lines of business met more often in sessions"
    );
    nameStudy();
  });

  it("tells who took part, and which units had it, with the year of each", () => {
    const shares = {first: {year: 2011, share: 0.1}, last: {year: 2019, share: 0.65}};
    expect(sharesOverYears({...shares, eligible: 450}, study).replaceAll("\u202f", " ")).toBe(
      "In 2011, 10 % of eligible officials took part; in 2019, 65 % of about 450 officials."
    );
    expect(unitsOverYears([{year: 1988, had: 36, of: 157}], {...study, noun: "a grant"})).toBe(
      "Agencies with a grant: 36 of 157 in 1988."
    );
  });
});

describe("what is not known", () => {
  it("is a question's answer, not a question", () => {
    const {cannot} = limitsWords({
      said: [],
      unsaid: ["Did it help?"],
      programme: "it",
      drawn: true,
      synthetic: false,
      several: false
    });
    expect(cannot[0]).toBe("The answer to \u201cDid it help?\u201d");
  });

  it("the next study's difference is said in the outcome's own words once", () => {
    const next = {
      years: 2,
      outcome: "Complaints",
      difference: "2 complaints",
      needed: 8,
      atPresent: null,
      now: {units: 16, departments: 16},
      persons: false
    };
    expect(nextStudy(next, study)).toContain("would find a difference of 2 complaints.");
    expect(nextStudy({...next, outcome: "Scrap rate", difference: "10 log points"}, study)).toContain(
      "would find a difference in the scrap rate of 10 log points."
    );
  });
});
