/** Sentences over a grid of what there was, what came of it and how it was compared: none is of another kind of study. */
import {describe, expect, it} from "vitest";
import {advice} from "../../src/findings/departments/advice.en.js";
import {order, published, timing} from "../../src/findings/departments/figures.en.js";
import {type DepartmentsWords, lagged as terms, sentence, title} from "../../src/findings/departments/words.en.js";
import * as japanese from "../../src/findings/departments/words.ja.js";
import {title as engagementTitle} from "../../src/findings/engagement/words.en.js";
import {measures as purposeMeasures} from "../../src/findings/purpose/figures.en.js";
import {comparisonSentence} from "../../src/words/en/card.js";
import {agreementReason} from "../../src/words/en/checkWords.js";
import {type Exposure, exposureKinds, exposurePhrases} from "../../src/words/en/exposure.js";
import {causeLine, headline, standfirst} from "../../src/words/en/headline.js";
import {impossibleReason} from "../../src/words/en/impossible.js";
import {exposurePhrases as phrasesInJapanese} from "../../src/words/ja/exposure.js";
import {causeLine as causeInJapanese, standfirst as standfirstInJapanese} from "../../src/words/ja/headline.js";
import {sidedAmounts as sidedInJapanese} from "../../src/words/ja/intervals.js";
import {nameStudy, speaking} from "../../src/words/language.js";

const study = {
  unit: {one: "state", many: "states"},
  person: {one: "resident", many: "residents"},
  programme: "the tax"
};
const one: Readonly<Record<Exposure["kind"], string>> = {
  share: "participation",
  sessions: "attendance",
  money: "the fund",
  "yes or no": "a grant",
  law: "the law",
  amount: "the tax"
};
const exposures: Exposure[] = exposureKinds.flatMap((kind) =>
  [false, true].map((lagged) => ({kind, one: one[kind], step: kind === "share" ? 0.1 : 1, unit: "dollars", lagged}))
);
const outcomes = [
  {name: "rate", label: "Death rate", unit: "per 10,000 people"},
  {name: "deaths", label: "Traffic deaths", unit: "people"},
  {name: "margin", label: "Profit margin", unit: "percentage points"}
];
const ofEach = <T>(of: (words: DepartmentsWords) => T): T[] =>
  exposures.flatMap((exposure) =>
    outcomes.flatMap((outcome) =>
      [true, false].flatMap((followed) =>
        (["clear", "difference", "small", "none", "impossible"] as const).map((answer) =>
          of({
            answer,
            side: "lower",
            outcome,
            phrases: exposurePhrases(exposure, study),
            study,
            followed,
            within: [],
            before: true,
            smallWithin: false,
            effect: false
          })
        )
      )
    )
  );

describe("a title of units", () => {
  const titles = ofEach(title);

  it("names whom it speaks of, and nothing that is too small is said to rise to matter", () => {
    expect(titles.filter((text) => /\b(?:rose|higher|force|money) to matter/.test(text))).toEqual([]);
    expect(
      titles.filter((text) => /when they received more money(?: is|$)/.test(text) && !text.startsWith("States "))
    ).toEqual([]);
    expect(titles.filter((text) => / {2}|undefined/.test(text))).toEqual([]);
  });

  it("says of what is too small that it changed with what there was", () => {
    expect([...new Set(titles.filter((text) => text.includes("too little")))]).toEqual(
      expect.arrayContaining([
        "Traffic deaths changed too little with the tax to matter",
        "The death rate differed too little with a grant to matter",
        "Profit margin changed too little with participation to matter"
      ])
    );
    const words = {phrases: exposurePhrases(exposures.at(-2)!, study), study, measures: ["trust"], before: false};
    expect(engagementTitle({...words, answer: "small", side: "lower", followed: true})).toBe(
      "Scores on trust changed too little with the tax to matter"
    );
  });
});

describe("a logarithm's difference in percent", () => {
  const numbers = (percent: number) => ({
    estimate: 0.4,
    low: -3,
    high: 4,
    unit: "log points",
    n: 9,
    rows: "rows",
    percent
  });
  const words = {outcome: outcomes[0]!, phrases: exposurePhrases(exposures[0]!, study), study, followed: true} as const;

  it("is not printed where it is zero: it used to be said that a rate was 0 % higher", () => {
    for (const [percent, printed] of [
      [12.4, "(12 % higher)"],
      [0.4, "(0.4 % higher)"],
      [0.01, ""]
    ] as const) {
      const texts = [
        sentence({...words, within: [], effect: false}, numbers(percent)),
        terms(words, [{lag: 1, shown: numbers(percent)}], null)
      ].map((text) => text.replaceAll("\u202f", " "));
      for (const text of texts) {
        expect(text).not.toMatch(/\(0(?:\.0)? %/);
        expect(text).toContain(printed === "" ? "points higher for" : `points higher ${printed} for`);
      }
      expect(japanese.sentence({...words, within: [], effect: false}, numbers(percent))).not.toMatch(/（0(?:\.0)?%）/);
    }
  });
});

describe("units that are seen once", () => {
  const once = {
    persons: false,
    level: 5,
    phrases: exposurePhrases(exposures[6]!, study),
    study,
    followed: false
  } as const;

  it("differ, and nothing of theirs is said to change, rise or fall", () => {
    const texts = [
      headline({...once, kind: "none", named: [], compared: ["test scores"]}),
      headline({...once, kind: "too small", named: [], compared: ["test scores"]}),
      causeLine({kind: "none", level: 5, how: "randomised", study, followed: false}),
      ...[1, 2].map((comparisons) =>
        standfirst({
          study,
          years: [1985, 1985],
          units: 323,
          persons: false,
          planned: true,
          followed: false,
          comparisons,
          clear: [],
          synthetic: false,
          described: {questions: comparisons - 1, sessions: false},
          power: {outcome: "test scores", direction: "higher", chance: 0.4}
        })
      )
    ];
    expect(texts.filter((text) => /\b(?:change|changed|rise|fall)\b/.test(text))).toEqual([]);
    expect(texts[0]).toBe("We found no clear difference in test scores with a grant");
    expect(texts[2]).toBe("This does not show that there was no difference.");
    expect(texts[3]).toContain("would miss a difference in test scores that is just large enough to matter");
  });

  it("are counted with a comma from a thousand on", () => {
    const text = standfirst({
      study,
      years: [2011, 2019],
      units: 2400,
      departments: 12_400,
      persons: false,
      planned: true,
      comparisons: 1,
      clear: [],
      synthetic: false
    });
    expect(text).toContain("covers 12,400 states. Small states are taken together, so they count as 2,400 here.");
  });
});

describe("advice", () => {
  const input = {hoped: true, drawn: true, programme: "small classes", outcome: "test scores", person: study.person};
  const of = (answer: DepartmentsWords["answer"]) =>
    advice({...input, answer, fewRated: false, ratersKnew: false})[0]?.advice;

  it("is on an effect's size only where a draw showed one", () => {
    expect(of("clear")).toBe("Base the decision on the size of the effect.");
    expect(of("none")).toBe("Do not conclude that small classes make no difference.");
    expect(of("small")).toBe("Do not expect small classes to change test scores.");
    expect(advice({...input, answer: "clear", fewRated: false, ratersKnew: false})[0]?.because).toBe(
      "Small classes were assigned at random."
    );
  });
});

describe("why a comparison could not be made", () => {
  it("agrees with what it is said of", () => {
    expect(impossibleReason({kind: "no values", label: "Traffic deaths"}, study)).toBe("traffic deaths have no values");
    expect(impossibleReason({kind: "no values", label: "Scrap rate"}, study)).toBe("the scrap rate has no values");
    expect(impossibleReason({kind: "constant", label: "Trust and autonomy"}, study)).toBe(
      "trust and autonomy were the same everywhere"
    );
    expect(impossibleReason({kind: "same everywhere", noun: "job-training grants"}, study)).toBe(
      "job-training grants were the same everywhere"
    );
  });
});

describe("titles of figures", () => {
  it("are sentences, with a verb", () => {
    const all = [
      ...(["none", "same", "later", "both", "earlier", "before"] as const).map((found) =>
        order.title(found, "the tax")
      ),
      ...(["both", "opposite", "same", "before", "neither"] as const).map((clear) => timing.title(clear, "the tax"))
    ];
    expect(all.filter((text) => !/\b(?:goes|go|is)\b/.test(text) || text.includes(":"))).toEqual([]);
  });

  it("ours are made as the published estimates were only where nothing differs", () => {
    const text = (same: boolean): string => published.text("Krueger (1999)", 323, {unit: "in points", same});
    expect(text(true)).toMatch(/Standard errors are in brackets, made as the published ones were\.$/);
    expect(text(false)).toMatch(/Standard errors are in brackets\.$/);
  });
});

it("comparisonSentence() of a draw says with whom in a sentence", () => {
  expect(comparisonSentence({level: 5, unit: study.unit, account: "States were drawn.", against: "the others"})).toBe(
    "States were drawn. The comparison is with the others."
  );
});

describe("in Japanese", () => {
  const words = {unit: {one: "州", many: "州"}, person: {one: "住民", many: "住民"}, programme: "酒税"};
  const made = (exposure: Exposure) => speaking("ja", () => phrasesInJapanese({...exposure, one: "酒税"}, words));

  it("what is counted is more, and what is a rate or a price is higher", () => {
    expect(made(exposures[2]!).perStep).toBe("住民1人あたりの出席回数が1回多いごとに");
    expect(made(exposures[4]!).unitsWithMore).toBe("酒税が多い州");
    expect(made(exposures[10]!).inYears).toBe("酒税が高い年度ほど");
    for (const exposure of exposures)
      for (const text of Object.values(made(exposure)).flatMap((each: unknown) =>
        typeof each === "string" ? [each] : Object.values(each as object).map(String)
      ))
        expect(text).not.toMatch(/回数が(?:\d+回)?高|法を得|undefined/);
  });

  it("a tax is not carried out for persons, and is chosen by those who set it", () => {
    nameStudy({exposure: {kind: "amount"}});
    const text = speaking("ja", () =>
      standfirstInJapanese({
        study: words,
        years: [1982, 1988],
        units: 48,
        persons: false,
        amount: "酒税",
        planned: true,
        comparisons: 1,
        clear: [],
        synthetic: false
      })
    );
    expect(text).toBe(
      "酒税を1982年度から1988年度まで調べました。調査の対象は48州です。比較を1件計画しました。結果は明確ではありません。"
    );
    expect(causeInJapanese({kind: "named", level: 3, how: "voluntary", study: words, own: "酒税"})).toBe(
      "酒税は州自身が決めたものであり、酒税が理由とは限りません。"
    );
    const asked = speaking("ja", () => japanese.asks.absorbed(words, {drawn: false}));
    expect(asked).toBe("主たる比較は、観察期間より前からあった差を取り除いているか");
    nameStudy();
  });
});

it("agreementReason() agrees in number with how many do", () => {
  expect([0, 1, 2].map((same) => agreementReason(same, 0, 3))).toEqual([
    "None of 3 does; the rest are not clear.",
    "1 of 3 does; the rest are not clear.",
    "2 of 3 do; the other is not clear."
  ]);
});

it("sidedAmounts() in Japanese prints an interval's ends as exactly as the estimate: it used to give one to the single yen", () => {
  const said = (estimate: number, low: number, high: number): string =>
    Object.values(sidedInJapanese({estimate, low, high, label: "yen"})).join("、");
  expect(said(1_990_000, 676_293, 3_410_000)).toBe("200万円、70万円〜340万円");
  expect(said(-1_100_000, -2_500_000, 30_000)).toBe("110万円、0円の増加から250万円の減少まで");
  expect(said(2.2e9, 40_000_000, 1.2e10)).toBe("22億円、0円〜120億円");
  expect(said(85_000, 12_345, 170_000)).toBe("85,000円、12,345円〜170,000円");
});

it("a title of several lines says from what each of them went", () => {
  expect(purposeMeasures.seriesTitle("teamwork", ["3.31 to 3.36 in Solutions", "3.40 to 3.57 in Systems"])).toBe(
    "Teamwork went from 3.31 to 3.36 in Solutions and from 3.40 to 3.57 in Systems"
  );
});
