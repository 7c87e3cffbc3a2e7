import {type Exposure, exposureKinds} from "../../src/words/en/exposure.js";
import {
  bools,
  domains,
  ends,
  levels,
  states,
  outcome,
  person,
  phrases,
  point,
  shown,
  sides,
  study,
  unit,
  type Said
} from "./samples.js";

/** What every function of the shared rooms says, of each kind of data that it tells apart. */
export const saidByAll: Said<
  | "card"
  | "checkWords"
  | "claimed"
  | "exposure"
  | "headline"
  | "impossible"
  | "intervals"
  | "limits"
  | "method"
  | "nextStudy"
  | "numbers"
  | "outcome"
  | "report"
  | "trust"
> = {
  card: (room) => [
    room.gradingNote(Object.values(room.certaintyWords)),
    (["beyond", "inside", "across"] as const).flatMap((size) =>
      bools.map((clear) => room.sizeSentence({clear, size, worthwhile: "1.0 points"}))
    ),
    room.sizeOf({low: 1, high: 2}, 0.5),
    levels.flatMap((level) => [
      room.comparisonSentence({level, unit}),
      room.comparisonSentence({level, unit, within: ["学校"]}),
      room.comparisonSentence({level, unit, adjustedFor: ["年齢", "等級"], persons: person, body: "本社"})
    ]),
    room.surenessSentence({certainty: "low", ceiling: "low", answered: 1, of: 2, lowered: [...domains]}),
    room.surenessSentence({
      certainty: "low",
      ceiling: "low",
      answered: 1,
      of: 2,
      lowered: [...domains],
      unchecked: [...domains]
    }),
    room.surenessSentence({certainty: "high", ceiling: "high", answered: 0, of: 0, lowered: []}),
    room.impossibleSentence("理由")
  ],
  checkWords: (room) => [
    (["answered", "open", "failed"] as const).flatMap((state) =>
      [0, 0.3].map((limit) => room.biasReason(state, shown, limit, 0.5))
    ),
    room.biasReason("failed", {...shown, unit: "r"}, 0.1, 0.5),
    (["same", "other", "neither", "both", "along", "turned", "alone"] as const).map((side) =>
      room.estimateReason(shown, side)
    ),
    room.shareReason(0.5, "回答", 0.6),
    [
      {low: 0.1, high: 1},
      {low: -0.1, high: 0.1},
      {low: -1, high: 1}
    ].flatMap((range) => ["r", "percentage points"].map((said) => room.precisionReason(range, 0.5, said))),
    [
      [0, 0, 0],
      [1, 0, 1],
      [2, 0, 2],
      [3, 0, 3],
      [2, 0, 3],
      [1, 1, 3],
      [1, 2, 3]
    ].map(([same = 0, opposed = 0, of = 0]) => room.agreementReason(same, opposed, of)),
    [1, 4].map((of) => room.multiplicityReason(0.02, of)),
    room.rangeReason(0.1, 0.2, "points", 1),
    bools.map((plural) => room.notCheckedReason("年度", plural))
  ],
  claimed: (room) => [
    room.claimCell({state: "yes", how: room.claimHow.drawn}),
    [null, [0.35, 0.4] as const, [0.4, 0.4] as const, [0.4, 0.6] as const].map((rated) =>
      room.claimCell({state: "on average", persons: "管理職", rated})
    ),
    (["between", "reverse", "unclear", "small", "all rose", "untestable"] as const).map((state) =>
      room.claimCell({state})
    ),
    room.favourableShare("65%"),
    bools.map((margin) => room.claimsNote("参加率10ポイントあたり", study, {margin})),
    [1, 5].flatMap((number) => bools.map((synthetic) => room.claimsIntroduction({source: "論文", number, synthetic})))
  ],
  exposure: (room) =>
    exposureKinds.flatMap((kind) =>
      bools.flatMap((more) => {
        const exposure: Exposure = {kind, one: "助成", step: more ? 1 : 0.1, unit: "円", completed: more, lagged: more};
        const made = room.exposurePhrases(exposure, study);
        return [...Object.values(made), room.unitsWithMore(made)];
      })
    ),
  headline: (room) => [
    [room.ratingsOf({one: "管理職", many: "管理職"}), room.scoresOn("連携"), room.overallOf("利益")],
    bools.map((more) =>
      room.restsOn({units: 5, of: 9, having: more ? {rows: 3, of: 7, noun: "税"} : null}, {rows: "部署年度", unit})
    ),
    (["named", "unsure", "none", "too small", "descriptive"] as const).flatMap((kind) =>
      levels.flatMap((level) => [
        room.headline({
          kind,
          named: [
            {id: "departments", outcome: "利益率", side: "higher", hoped: true},
            {id: "managers", outcome: "評価", side: "lower", hoped: false},
            {id: "engagement", outcome: "連携", scored: true, side: "higher", hoped: true}
          ],
          compared: level === 1 ? [] : ["利益率", "連携"],
          persons: level !== 2,
          level,
          phrases,
          study,
          ...(level === 3 ? {takeUp: {year: 2019, share: "63%"}} : {})
        }),
        room.headline({
          kind,
          named: [{id: "managers", outcome: "評価", side: "higher", hoped: true}],
          compared: ["利益率"],
          persons: true,
          level,
          phrases,
          study
        }),
        (["randomised", "externally assigned", "nominated", "voluntary", "unknown"] as const).map((how) =>
          room.causeLine({kind, level, how, study})
        )
      ])
    ),
    [0, 1, 2, 4].flatMap((comparisons) =>
      bools.map((more) =>
        room.standfirst({
          study,
          years: [2011, more ? 2019 : 2011],
          units: 24,
          departments: more ? 30 : 24,
          compared: more ? "一部です。" : undefined,
          persons: more,
          planned: more,
          comparisons,
          clear: ["利益率"].slice(0, Math.min(comparisons, more ? 0 : 1)),
          unclear: ["利益", "エンゲージメント"].slice(0, Math.max(0, comparisons - 1)),
          unmade: comparisons > 0 && more ? ["税"] : [],
          synthetic: more,
          described: more || comparisons > 1 ? {questions: 2, sessions: true} : undefined,
          power: more
            ? {outcome: "利益率", direction: "higher", chance: 0.4}
            : {outcome: "費用", direction: "lower", chance: 0.01}
        })
      )
    )
  ],
  impossible: (room) => [
    (["same everywhere", "nobody", "no contrast"] as const).map((kind) =>
      room.impossibleReason({kind, noun: "参加率"}, study)
    ),
    room.impossibleReason({kind: "nobody", noun: "助成"}, study),
    ["no comparison", "no variation", "no rows", "too few rows", "too few groups", "collinear", "not converged"].map(
      (why) => room.unfittedReason(why, study)
    ),
    room.impossibleReason({kind: "one unit"}, study),
    room.impossibleReason({kind: "few years", years: 2}, study),
    (["no values", "constant"] as const).map((kind) => room.impossibleReason({kind, label: "利益率"}, study))
  ],
  intervals: (room) => [
    room.intervalSentence({low: 1, high: 2}, {digits: 1}),
    ([null, [2019, 2019], [2009, 2019]] as const).map((years) => room.basedOn(264, "部署年度", years)),
    ends.flatMap((range) => sides.map((side) => room.sidedInterval(range, side, {digits: 1, based: "24部署"}))),
    room.sidedInterval({low: 0, high: 1}, "higher", {digits: 1, p: 0.04}),
    sides.map((side) => Object.values(room.inDirection({low: 1, high: 2}, side)).join("、")),
    ends.map(({low, high}) => room.sidedAmounts({estimate: low + high, low, high, label: "円"}).between)
  ],
  limits: (room) =>
    bools.map((drawn) =>
      room.limitsWords({
        said: [{title: "題", certainty: "low"}],
        unsaid: ["別の題"],
        programme: "研修",
        drawn,
        several: true,
        synthetic: drawn
      })
    ),
  method: (room) =>
    ["ols, CR2 by department_id", "wild cluster bootstrap, rademacher, null imposed"].map(room.methodWords),
  nextStudy: (room) => [
    [null, {noun: "税", isAmount: true}, {noun: "税", isAmount: false}].map((compared) =>
      room.noNextStudy(compared, study)
    ),
    bools.map((persons) =>
      room.nextStudy(
        {
          years: 2,
          outcome: "利益率",
          difference: "1 percentage point",
          needed: 20,
          atPresent: persons ? {year: 2019, share: 0.65, needed: 44} : null,
          now: {units: 24, departments: persons ? 30 : 24},
          persons
        },
        study
      )
    ),
    room.drawnAlready(study)
  ],
  numbers: (room) => [
    [
      room.decimal(1.5),
      room.signed(1.5),
      room.digitsFor(1, 2),
      room.interval(0.1, 0.2),
      room.percent(0.41),
      room.count(1234)
    ],
    [
      room.plain(0.5),
      room.limit(1, "points"),
      room.limit(0.1, "r"),
      room.pValue(0.0001),
      room.pValue(0.2),
      room.capital("あ"),
      room.list(["あ"]),
      room.list(["あ", "い"])
    ],
    [5, 5e5, 3.1e6, 5.2e7, 2.2e9, 2.5e10].flatMap((value) => [room.amount(value, "yen"), room.shortAmount(value)]),
    [room.list(["あ", "い", "う"]), room.sentences(["一。", "", "二。"]), room.inWords(3), room.counted(2, unit)],
    [room.threeDigits([0.53, 250]), String(room.isZero("0.00")), ...room.amountsOf([5e5, 3.1e6], "円").numbers],
    [room.frequencyOf(0.4).of, room.ordinal(55), room.placeInHundred(0.1), room.size(-1)],
    [0.01, 0.4, 0.99].map(room.timesIn)
  ],
  outcome: (room) =>
    sides.flatMap((side) => [
      room.didOutcome(outcome, side),
      room.withArticle("利益率", side),
      room.wasOutcome(outcome),
      room.differsOutcome("利益率"),
      room.lowered("利益率"),
      room.spokenOf("利益率"),
      String(room.countsItself("件", "件"))
    ]),
  report: (room) => [
    bools.map((some) =>
      room.mainPoints({
        study,
        purpose: some ? point : null,
        clear: some ? [point] : [],
        comparisons: some ? 4 : 1,
        small: some,
        organisation: point,
        sessions: {...point, differs: some},
        engagement: some ? null : point,
        drawn: some
      })
    ),
    ...bools.map((small) =>
      room.mainPoints({
        study,
        purpose: null,
        clear: [],
        comparisons: 3,
        small,
        organisation: null,
        sessions: null,
        engagement: null,
        drawn: true
      })
    ),
    room.settingWords(
      {purpose: "連携を進める", groups: [10, 12], meets: "週1回、", minutes: 75, about: "題材", sessions: 30},
      study
    ),
    room.settingWords({groups: [10, 12]}, study),
    bools.map((drawn) => room.costsNote("研修", drawn)),
    room.noCosts("研修"),
    room.placesCost({year: 2019, places: 290, amounts: ["2,500万円"]}, study),
    room.overYears("連携", {from: 3.1, to: 3.2, years: [2011, 2019]}),
    room.ratedShares(
      [
        {kind: "relative", up: 0.4, same: 0.3, down: 0.3, alike: 0.3},
        {kind: "absolute", up: 0.4, same: 0.3, down: 0.3, alike: null}
      ],
      study
    ),
    room.ratedShares(
      [
        {kind: "relative", up: 0.4, same: 0.3, down: 0.3, alike: 0.3},
        {kind: "absolute", up: 0.35, same: 0.3, down: 0.35, alike: 0.4}
      ],
      study
    ),
    room.tookPart.title({value: 0.3, step: 0}, {value: 0.95, step: 0.1}, 2019, study),
    room.tookPart.subtitle(study, [0.1, 0.2]),
    room.tookPart.subtitle(study, []),
    room.notCovered.finding("目的", "データがない"),
    [450, null].map((eligible) =>
      room.sharesOverYears({first: {year: 2011, share: 0.1}, last: {year: 2019, share: 0.65}, eligible}, study)
    ),
    room.unitsOverYears([{year: 2019, had: 3, of: 9}], {...study, noun: "税"}),
    exposureKinds.map((kind) => room.exposedHeading(kind, "税", study)),
    room.yearsNamed.calendar(),
    room.yearsNamed.fiscal(),
    ["dollars", "share"].map((counted) =>
      room.exposureOverYears(
        {noun: "税", unit: counted},
        {first: {year: 2011, mean: 0.1}, last: {year: 2019, mean: 0.2}, units: "州"}
      )
    )
  ],
  trust: (room) => [
    states.flatMap((state) => bools.map((chosen) => room.trustCell(state, {domain: "selection", chosen}))),
    (
      [
        [[], []],
        [["甲"], []],
        [["甲", "乙"], []],
        [[], ["甲", "乙", "丙"]],
        [["甲"], ["乙"]]
      ] as const
    ).map(([better, worse]) => room.togetherSentence(better, worse, {made: better.length + worse.length}))
  ]
};
