import {
  advised,
  answers,
  ends,
  bools,
  open,
  outcome,
  phrases,
  shown,
  sides,
  study,
  unit,
  type Said
} from "./samples.js";

/** What every function of the rooms on units says. */
export const saidOfUnits: Said<
  "departments" | "departmentsFigures" | "departmentsAdvice" | "engagement" | "engagementFigures"
> = {
  departments: (room) => [
    bools.map((isShare) => room.question({phrases, study, isShare})),
    answers.flatMap((answer) =>
      sides.flatMap((side) =>
        bools.flatMap((more) =>
          bools.map((followed) =>
            room.title({
              answer,
              side,
              outcome,
              phrases,
              study,
              followed,
              within: [],
              before: more,
              smallWithin: more,
              effect: more && !followed
            })
          )
        )
      )
    ),
    [...ends, open].flatMap(({low, high}) =>
      bools.map((followed) =>
        room.sentence(
          {outcome, phrases, study, followed, within: followed ? [] : ["school_id"], effect: !followed},
          {
            estimate: -0.2,
            low,
            high,
            unit: "percentage points",
            n: 264,
            rows: "部署・年度",
            percent: followed ? null : -3
          }
        )
      )
    ),
    room.impossible("理由"),
    [{p: 0.04, df1: 2, df2: 30}, null].map((joint) =>
      room.lagged(
        {outcome, phrases},
        [{lag: 1, shown: {...ends[0], estimate: 1, unit: "points", n: 9, rows: "", percent: null}}],
        joint
      )
    ),
    bools.flatMap((more) => [
      ...bools.map((worse) => room.alternative({study, phrases, effect: more}, {isShare: more, worse})),
      ...bools.map((worse) => room.alternative({study, phrases, effect: false}, {isShare: more, worse})),
      room.wouldChange(study, {drawn: more, setByOthers: false, amount: null}),
      room.wouldChange(study, {drawn: more, setByOthers: true, amount: "税"}),
      room.money("部署", "310万円", more, "100万円〜520万円")
    ]),
    [0, 1, 3].flatMap((missing) => bools.map((withheld) => room.absent("部署年度", {of: 264, missing, withheld}))),
    bools.map((drawn) => room.asks.absorbed(study, {drawn})),
    [room.asks.cells("セル"), room.asks.path(study), room.asks.ownTrend(study)],
    [0, 3].map((missing) => room.lostReason({missing, of: 9, rows: "部署", differs: missing > 0}, study)),
    room.lostReason({missing: 3, of: 9, rows: "部署", differs: false}, study),
    room.asks.lost(study, "助成"),
    [room.asks.lead(outcome, "参加率"), room.asks.placebo(study, "参加率"), room.asks.nextYear(outcome)],
    [
      bools.map((years) => room.asks.leaveOut(study, {years, groups: years ? [] : ["学校"]})),
      room.asks.steps("参加率"),
      room.absorbedReason("部署")
    ],
    [
      (["clustered", "wild", "robust"] as const).map((errors) => room.methodSentence([], {errors, unit, fewest: 30})),
      room.methodSentence(["部署", "年度"], {errors: "wild", unit, fewest: 30}),
      room.remainsReason("1点", "0〜2"),
      room.stepsReason([0.1, 0.2], "90%")
    ]
  ],
  departmentsFigures: (room) => [
    [room.naive.text("部署", "部署", "管理職"), room.naive.title(0.3), room.naive.subtitle(264, "部署")],
    [room.slopes.between(unit, "+1"), room.slopes.within(unit, "+1"), room.slopes.title("利益率", unit, "1", "2")],
    [room.slopes.simpleTitle("利益率", "1", "2", "計画"), room.slopes.withItself(unit), room.slopes.logged("利益率")],
    room.slopes.subtitle("利益率", "参加率", "部署・年度", "points", "10ポイントあたり"),
    [
      room.groups.ever(unit, "助成"),
      room.groups.never(unit),
      room.groups.title("利益率"),
      room.groups.subtitle("利益率", "points", unit)
    ],
    bools.map((clear) =>
      room.gapSentence(
        {gap: 1, low: 0.5, high: 1.5, p: clear ? 0.01 : null, df: clear ? 20 : null, unit: "points", digits: 1, clear},
        unit,
        "参加率が高い部署"
      )
    ),
    [
      bools.map((several) => room.estimates.title(unit, "1", "2", {several})),
      room.estimates.plainTitle(),
      room.estimates.subtitle("points", "")
    ],
    [
      room.tests.exchanged(unit),
      room.tests.text(unit, 1),
      room.tests.text(unit, 3),
      ["事業部", null].map((division) => room.tests.exchange(unit, 1999, division)),
      [[], ["学校"]].map((strata) => [room.tests.redrawn(strata), room.tests.redraw(unit, 1999, strata)]),
      room.tests.single(unit),
      room.tests.difference("points")
    ],
    [
      bools.map((years) => room.leftOut.text(unit, {years, groups: years ? [] : ["学校"]})),
      room.leftOut.group("学校"),
      room.leftOut.unit(unit),
      room.leftOut.year(),
      room.leftOut.subtitle("points", "あたり")
    ],
    bools.map((same) => room.leftOut.title(same, 0.1, 0.2, 2)),
    [{...ends[0], estimate: 0.2}, null].map((one) =>
      room.byYear.text(unit, {pearson: {...ends[0], estimate: 0.2}, spearman: {...open, estimate: 0.1}, within: one})
    ),
    [0, 3].map((clear) => room.byYear.title(clear, 9, "参加率", "利益率", unit)),
    room.byYear.subtitle(),
    room.order.text("参加率"),
    (["none", "same", "later", "both", "earlier", "before"] as const).map((found) => room.order.title(found, "参加率")),
    [
      room.order.note(9),
      room.order.first("参加率"),
      ...bools.map((profit) => room.measures.text("あたり", {planned: profit ? "利益率" : null, profit})),
      room.measures.text("", {planned: null, profit: false}),
      [0.17, 45_506, 7.8e6, 2.1e9].map((estimate) => [
        room.measures.shown({estimate, low: estimate / 2, high: 1.5 * estimate}),
        room.measures.shown({estimate, low: null, high: null})
      ]),
      room.measures.main(unit)
    ],
    [
      {negative: 0, sum: 0},
      {negative: 12, sum: -0.13}
    ].map((some) => room.weights({cells: 216, half: 9, units: 24, ...some}, unit, "部署年度", "参加率")),
    Object.values(room.timing.labels),
    [
      room.timing.text("参加率"),
      room.timing.subtitle("ポイント", ""),
      (["both", "opposite", "same", "before", "neither"] as const).map((clear) => room.timing.title(clear, "参加率"))
    ],
    bools.map((same) => room.published.text("著者 2001", 157, {unit: "推定値の単位は点です", same})),
    room.published.unit("点", null),
    room.published.unit("点", "税"),
    room.otherArm("税", "1点（0〜2）")
  ],
  departmentsAdvice: (room) => [
    answers.flatMap((answer) => bools.map((hoped) => room.advice({...advised, answer, hoped}))),
    room.advice({...advised, answer: "clear", drawn: true})
  ],
  engagement: (room) => [
    room.question(phrases),
    answers.flatMap((answer) =>
      sides.flatMap((side) =>
        bools.map((followed) =>
          room.title({answer, side, phrases, study, measures: ["連携", "信頼"], before: followed, followed})
        )
      )
    ),
    [...ends, open].flatMap(({low, high}) =>
      bools.map((more) =>
        room.sentence(
          {phrases, study, measures: more ? ["連携", "信頼"] : ["連携"], followed: more},
          {
            estimate: 0.1,
            low,
            high,
            n: 264,
            rows: "部署・年度"
          }
        )
      )
    ),
    [...bools.map((lower) => room.alternative(study, lower)), room.wouldChange(study), room.absent("部署・年度")],
    bools.map((clear) => room.beside({gap: {estimate: 0.1, clear, digits: 2}, response: clear ? 0.8 : NaN})),
    room.beside({gap: null, response: NaN}),
    [
      room.asks.path(study),
      room.asks.ownTrend(study),
      room.asks.lead("参加率"),
      room.asks.placebo(study, "参加率"),
      room.asks.answered(),
      room.asks.silent("参加率"),
      room.asks.alpha(),
      room.asks.reliable(study),
      room.asks.reworded()
    ],
    [room.asks.source("参加率"), room.asks.controls(["通勤", "食堂"]), room.asks.counted()],
    [
      room.alphaReason([], 0.7),
      room.alphaReason(["連携 0.8"], 0.7),
      room.rewordedReason([]),
      room.rewordedReason(["0.1"])
    ],
    bools.map((same) => room.sourceReason(same, "参加率"))
  ],
  engagementFigures: (room) => [
    [0, 1, 2].map((clear) => room.lead.title(clear, 8, unit)),
    [room.lead.subtitle("あたり"), room.lead.subtitle(""), room.change.text(24, unit, "参加率", "2009", "2019")],
    [
      room.change.title("連携", 0.1, -0.1, "参加率"),
      room.change.plainTitle("連携"),
      room.change.subtitle(unit, "2009", "2019")
    ],
    [room.change.line(unit), room.change.x("参加率"), room.scales.text(unit, 100, ["変更。"])],
    [shown, null].map((one) => room.scales.changed("連携", "2015", one)),
    [
      room.groups.text("管理職", unit),
      room.groups.title("管理職", 0.1, 2011, -0.1, 2019),
      room.groups.subtitle("連携")
    ],
    [
      room.response.text(3, 264, unit, 0.6),
      room.response.title(0.9, 2011, 0.8, 2019),
      room.response.mapTitle(0.5, 0.9, unit)
    ],
    [null, 0.3, -0.3].flatMap((tipping) => [
      room.silent.text({answered: 0.1, tipping, low: -1, high: 1}, [1, 5], "参加率"),
      room.silent.title(tipping)
    ]),
    room.silent.subtitle("参加率", "あたり")
  ]
};
