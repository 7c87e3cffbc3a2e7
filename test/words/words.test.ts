import {describe, expect, it} from "vitest";
import {comparisonSentence, sizeOf, sizeSentence, surenessSentence} from "../../src/words/en/card.js";
import {agreementReason, biasReason, estimateReason, precisionReason} from "../../src/words/en/checkWords.js";
import {claimCell, claimsIntroduction} from "../../src/words/en/claimed.js";
import {type Exposure, exposureKinds, exposurePhrases} from "../../src/words/en/exposure.js";
import * as japanese from "../../src/words/ja/headline.js";
import {causeLine, headline, type HeadlineInput, standfirst} from "../../src/words/en/headline.js";
import {inDirection, intervalSentence, sidedAmounts} from "../../src/words/en/intervals.js";
import {ordinal, placeInHundred, timesIn} from "../../src/words/en/numbers.js";
import {didOutcome, wasOutcome, withArticle} from "../../src/words/en/outcome.js";
import {togetherSentence, trustCell} from "../../src/words/en/trust.js";

const study = {
  unit: {one: "department", many: "departments"},
  person: {one: "manager", many: "managers"},
  programme: "peer coaching"
};
const exposure = (kind: Exposure["kind"], more: Partial<Exposure> = {}): Exposure => ({
  kind,
  one: "a grant",
  step: 0.1,
  ...more
});
const phrases = exposurePhrases(exposure("share"), study);

describe("numbers", () => {
  it("timesIn(chance) is a frequency that a reader can picture", () => {
    expect([0.41, 0.1, 0.8, 0.5, 0.01, 0.99, 0.93].map(timesIn)).toEqual([
      "two times in five",
      "one time in ten",
      "four times in five",
      "one time in two",
      "almost never",
      "almost always",
      "93 times in 100"
    ]);
  });

  it("placeInHundred(sd) is where the 50th in a hundred moves to", () => {
    expect([0, 0.12, -0.12, 1, 9].map(placeInHundred)).toEqual([50, 55, 45, 84, 99]);
    expect([1, 2, 3, 11, 55, 112].map(ordinal)).toEqual(["1st", "2nd", "3rd", "11th", "55th", "112th"]);
  });
});

describe("exposurePhrases()", () => {
  it("says of whom more took part, and never that firms took part", () => {
    expect(phrases.inYears).toBe("in years when more of their managers took part");
    expect(phrases.perStep).toBe("for every 10 points more of its managers taking part");
    for (const kind of exposureKinds.filter((one) => one !== "share"))
      expect(Object.values(exposurePhrases(exposure(kind), study)).join(" ")).not.toContain("took part");
  });

  it("goes by kind, unit, step and lag", () => {
    const firms = {...study, unit: {one: "firm", many: "firms"}};
    expect(exposurePhrases(exposure("yes or no"), firms).inYears).toBe("in years with a grant than in years without");
    expect(exposurePhrases(exposure("law", {one: "the law"}), firms).inYears).toBe(
      "in years when the law was in force than in other years"
    );
    expect(exposurePhrases(exposure("money", {step: 1000, unit: "dollars"}), firms).perStep).toBe(
      "for every 1,000 dollars more"
    );
    expect(exposurePhrases(exposure("sessions", {step: 1}), study).perStep).toBe("for every session more a manager");
    expect(exposurePhrases(exposure("amount", {one: "beer tax", step: 1, unit: "dollar a case"}), firms).perStep).toBe(
      "where beer tax was 1 dollar a case higher"
    );
    expect(exposurePhrases(exposure("share", {lagged: true}), study).inYears).toBe(
      "the year after more of their managers took part"
    );
  });
});

describe("outcomes", () => {
  it("take the verb, number and article that their name asks for", () => {
    expect(didOutcome({name: "margin", label: "profit margin"}, "higher")).toBe("earned a higher profit margin");
    expect(didOutcome({name: "scrap", label: "Scrap rate"}, "lower")).toBe("had a lower scrap rate");
    expect(didOutcome({name: "deaths", label: "road deaths"}, "lower")).toBe("had lower road deaths");
    expect(didOutcome({name: "mean", label: "teamwork", scored: true}, "higher")).toBe("scored higher on teamwork");
    expect(withArticle("Revenue", "higher")).toBe("higher revenue");
    expect(withArticle("Injuries", "lower", "per 10,000 inhabitants")).toBe("fewer injuries");
    expect(withArticle("Employees trained", "higher", "people")).toBe("more employees trained");
    expect(withArticle("Infection rates", "lower", "per 1,000 bed days")).toBe("lower infection rates");
    expect(withArticle("Test scores", "higher", "points of a hundred")).toBe("higher test scores");
    expect(wasOutcome({name: "s", label: "Sales per employee"})).toBe("sales per employee were");
    expect(wasOutcome({name: "m", label: "profit margin"})).toBe("profit margin was");
  });
});

describe("headline()", () => {
  const margin = {id: "departments", outcome: "margins", side: "higher", hoped: true} as const;
  const ratings = {id: "managers", outcome: "ratings", side: "higher", hoped: true} as const;
  const scores = {id: "engagement", outcome: "teamwork", scored: true, side: "higher", hoped: true} as const;
  const input = (more: Partial<HeadlineInput>): HeadlineInput => ({
    kind: "named",
    named: [],
    compared: ["margins", "engagement"],
    persons: true,
    level: 3,
    phrases,
    study,
    ...more
  });

  it.each([
    [
      input({named: [margin, ratings]}),
      "Departments had higher margins in years when more of their managers took part, and managers were rated higher after taking part"
    ],
    [input({named: [margin]}), "Departments had higher margins in years when more of their managers took part"],
    [
      input({named: [margin, scores]}),
      "Departments had higher margins and scored higher on teamwork in years when more of their managers took part"
    ],
    [
      input({named: [ratings]}),
      "Managers who took part were rated higher the next year than similar managers who had not"
    ],
    [
      input({named: [ratings, {...margin, side: "lower", hoped: false}]}),
      "Departments had lower margins in years when more of their managers took part, but managers were rated higher after taking part"
    ],
    [input({named: [margin], level: 5}), "Offering peer coaching raised margins"],
    [
      input({kind: "none"}),
      "We found no clear change in margins or engagement as participation rose, and no clear difference in ratings"
    ],
    [input({kind: "unsure"}), "Some differences are clear, but none is sure enough to rely on"],
    [
      input({kind: "too small", persons: false}),
      "Margins and engagement changed too little with peer coaching to matter"
    ],
    [
      input({kind: "descriptive", takeUp: {year: 2019, share: "63 %"}}),
      "In 2019, 63 % of managers took part; these data cannot compare them with others"
    ]
  ])("says what was found, harm first: %#", (given, words) => expect(headline(given)).toBe(words));

  it("causeLine() names who chose, and an effect only after a draw", () => {
    expect(causeLine({kind: "named", level: 3, how: "voluntary", study})).toBe(
      "Managers chose to take part, so peer coaching need not be the reason."
    );
    expect(causeLine({kind: "named", level: 2, how: "unknown", study, programme: "the grant"})).toBe(
      "We do not know who chose, so the grant need not be the reason."
    );
    expect(causeLine({kind: "named", level: 2, how: "voluntary", study, own: "nursing time"})).toBe(
      "Departments set nursing time themselves, so peer coaching need not be the reason."
    );
    expect(causeLine({kind: "named", level: 3, how: "externally assigned", study})).toMatch(
      /^Others set the start, but/
    );
    expect(causeLine({kind: "named", level: 5, how: "randomised", study})).toContain("an effect of the offer");
    expect(causeLine({kind: "none", level: 3, how: "voluntary", study})).toBe(
      "This does not show that there was no change."
    );
  });

  it("standfirst() counts the comparisons, and gives the study's power where it was simulated", () => {
    const given = {
      study,
      years: [2011, 2019],
      units: 24,
      persons: true,
      planned: true,
      comparisons: 4,
      clear: ["margin", "ratings"],
      synthetic: false
    } as const;
    expect(standfirst({...given, power: {outcome: "margin", direction: "higher", chance: 0.41}})).toBe(
      "Peer coaching ran from 2011 to 2019 for managers in 24 departments. We planned four comparisons; two are clear " +
        "after adjusting for their number: margin and ratings. Three times in five, a study of this size would miss a " +
        "rise in margin that is just large enough to matter."
    );
    const inJapanese = (chance: number): string =>
      japanese.standfirst({...given, power: {outcome: "利益率", direction: "higher", chance}});
    expect([0.01, 0.4, 0.99].map((chance) => /[^。]*。$/.exec(inJapanese(chance))?.[0])).toEqual([
      "この規模の調査で、意味のある最小の利益率の上昇を検出できることはほとんどありません。",
      "この規模の調査では、意味のある最小の利益率の上昇を5回に3回見逃します。",
      "この規模の調査で、意味のある最小の利益率の上昇を見逃すことはほとんどありません。"
    ]);
    expect(standfirst({...given, synthetic: true})).toMatch(
      /^The data are simulated and describe no real organisation\. Peer/
    );
    expect(standfirst({...given, comparisons: 1, clear: []})).toContain("We planned one comparison; it is not clear.");
    expect(standfirst({...given, comparisons: 1, clear: [], unmade: ["margin"]})).toContain("it could not be made.");
    expect(
      standfirst({
        ...given,
        comparisons: 3,
        clear: ["margin"],
        unclear: ["engagement"],
        unmade: ["overall profit"],
        described: {questions: 1, sessions: true}
      })
    ).toContain("for their number: margin. One is not: engagement. We could not compare overall profit. The remaining");
    expect(standfirst({...given, units: 24, departments: 60})).toMatch(
      /in 60 departments\. Small departments are taken together, so they count as 24 here\./
    );
    const rare = standfirst({...given, power: {outcome: "margin", direction: "higher", chance: 0.99}});
    expect(rare).toContain("A study of this size would almost never miss a rise in margin");
    expect(standfirst({...given, described: {questions: 2, sessions: true}})).toContain(
      "We asked six questions. Four ask what changed with peer coaching, and we planned a comparison for each. " +
        "Two of these are clear after adjusting for their number: margin and ratings. The remaining two questions describe the sessions."
    );
    const unclear = ["profit", "engagement"];
    expect(standfirst({...given, unclear, described: {questions: 2, sessions: true}})).toContain(
      "margin and ratings. The other two are not: profit and engagement. The remaining two questions describe the sessions."
    );
    expect(standfirst({...given, clear: [], described: {questions: 1, sessions: false}})).toContain(
      "None of these is clear after adjusting for their number. The remaining question describes what was found, without such a comparison."
    );
  });
});

describe("cards", () => {
  it("sizeSentence() says whether a difference is large enough to matter", () => {
    expect(sizeOf({low: 0.6, high: 2.9}, 1)).toBe("across");
    expect(sizeSentence({clear: true, size: "across", worthwhile: "1 point"})).toBe(
      "The smallest difference that matters is 1 point. The interval includes smaller and larger ones, so we cannot tell whether this one matters."
    );
    expect(sizeSentence({clear: false, size: sizeOf({low: -0.3, high: 0.9}, 1), worthwhile: ""})).toBe(
      "This estimate is not clear. The difference is too small to matter."
    );
    expect(sizeSentence({clear: true, size: sizeOf({low: -3, high: -1}, 1), worthwhile: ""})).toBe(
      "The difference is large enough to matter."
    );
  });

  it("comparisonSentence() says how the comparison was made", () => {
    expect(comparisonSentence({level: 3, unit: study.unit})).toBe(
      "Each department compared with itself in other years, and with others in that year."
    );
    expect(
      comparisonSentence({
        level: 2,
        unit: study.unit,
        persons: study.person,
        adjustedFor: ["earlier ratings", "length of service"]
      })
    ).toBe(
      "Managers who took part, compared with similar managers who had not, adjusted for earlier ratings and length of service."
    );
    expect(comparisonSentence({level: 2, unit: study.unit, followed: true})).toBe(
      "Each department compared with itself in other years, and with others in that year. There are no years before to show whether all were on similar paths."
    );
    expect(comparisonSentence({level: 1, unit: study.unit})).toBe("No comparison group.");
  });

  it("surenessSentence() gives the word, its limit, the checks and why it is lower", () => {
    expect(surenessSentence({certainty: "low", ceiling: "low", answered: 6, of: 8, lowered: []})).toBe(
      "Low, the most that this kind of comparison allows. 6 of 8 checks answered yes."
    );
    expect(
      surenessSentence({
        certainty: "very low",
        ceiling: "low",
        answered: 0,
        of: 5,
        lowered: ["precision", "missing"],
        unchecked: ["precision", "missing"]
      })
    ).toBe(
      "Very low. None of 5 checks answered yes. Lowered because we could not fully check how precise the estimate is and whether too much data is missing."
    );
    expect(surenessSentence({certainty: "very low", ceiling: "low", answered: 5, of: 8, lowered: ["precision"]})).toBe(
      "Very low. 5 of 8 checks answered yes. Lowered because the interval includes both zero and a difference that matters."
    );
  });

  it("intervals have a sentence of their own, read in the direction of the one before", () => {
    expect(intervalSentence({low: 0.06, high: 0.29}, {digits: 2, based: "264 department-years"})).toBe(
      "The 95\u202f% confidence interval lies between 0.06 and 0.29, based on 264 department-years."
    );
    expect(inDirection({low: -0.5, high: -0.1}, "lower")).toEqual({low: 0.1, high: 0.5});
  });

  it("sidedAmounts() is on one scale, and says on which side the ends are as the sentence does", () => {
    const said = (estimate: number, low: number, high: number): string => {
      const {amount, between} = sidedAmounts({estimate, low, high, label: "yen"});
      return `${amount}, ${between}`.replaceAll(/[\u202f\u00a0]/g, " ");
    };
    expect(said(2e6, 0.68e6, 3.4e6)).toBe("2.0 million yen, between 0.7 and 3.4 million yen");
    expect(said(-2e6, -3.4e6, -0.68e6)).toBe("2.0 million yen, between 0.7 and 3.4 million yen");
    expect(said(1.1e6, -0.24e6, 2.5e6)).toBe("1.1 million yen, between 0.2 million yen less and 2.5 million yen more");
    // used to say that the larger loss was a gain
    expect(said(-1.1e6, -2.5e6, 0.24e6)).toBe("1.1 million yen, between 0.2 million yen more and 2.5 million yen less");
    expect(said(6, 5, 7)).toBe("6 yen, between 5 and 7 yen");
  });
});

describe("checks", () => {
  const shown = {estimate: 0.4, low: 0.1, high: 0.7, unit: "points", digits: 1};
  it("give their reasons with their numbers", () => {
    expect(biasReason("answered", shown, 0.7, 1)).toBe("Any such bias is below 0.7 points; 1 point would matter.");
    expect(biasReason("open", shown, 1.2, 1)).toBe("A bias of 1.2 points cannot be excluded; 1 point would matter.");
    expect(biasReason("failed", shown, 0, 1)).toBe(
      "There is a clear difference of 0.4 points (0.1 to 0.7) where none should be."
    );
    expect(estimateReason(shown, "same")).toBe("It is 0.4 points (0.1 to 0.7), clear on the same side.");
    expect(precisionReason({low: -1, high: 3}, 1, "points")).toBe("The interval includes both zero and 1 point.");
    expect(precisionReason({low: 0, high: 3}, 1, "points")).toBe("The interval reaches zero and includes 1 point.");
    expect(agreementReason(5, 0, 6)).toBe("5 of 6 do; the other is not clear.");
    expect(agreementReason(6, 0, 6)).toBe("All 6 do.");
  });
});

describe("trust", () => {
  it("calls earlier differences unresolved at best where participants chose", () => {
    expect(trustCell("answered", {domain: "selection", chosen: true})).toBe("Unresolved");
    expect(trustCell("answered", {domain: "selection", chosen: false})).toBe("Ruled out");
    expect(trustCell("failed", {domain: "precision", chosen: true})).toBe("A concern");
  });

  it("togetherSentence() sees a pattern only in several", () => {
    expect(togetherSentence([], [])).toBe("No comparison is clear.");
    expect(togetherSentence(["margin"], [])).toBe("One clear comparison is not a pattern.");
    expect(togetherSentence(["margin"], [], {made: 1})).toBe("This is the only comparison made, and it is clear.");
    expect(togetherSentence(["margin", "ratings"], [])).toBe(
      "The two clear comparisons (margin and ratings) both point the way hoped for."
    );
    expect(togetherSentence(["margin"], ["ratings"])).toBe("Margin points the way hoped for, ratings the other way.");
  });

  it("claims get a cell each, attributed to their source", () => {
    expect(claimCell({state: "yes", how: "over time"})).toBe("Yes, over time");
    expect(claimCell({state: "between", units: "departments"})).toBe("Between departments only");
    expect(claimsIntroduction({source: "An article", number: 5, synthetic: true})).toBe(
      "An article reported five findings, without figures. We ask the same of our data. Our data are simulated: a yes " +
        "shows how a claim is checked, and says nothing of the original programme."
    );
  });
});
