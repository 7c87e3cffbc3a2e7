import {answers, bools, ends, open, person, sides, type Said} from "./samples.js";

const againsts = ["similar", "waiting", "themselves"] as const;
const amongs = ["unpromoted", {scale: "relative"}] as const;

/** What every function of the other findings' rooms says. */
export const saidOfOthers: Said<
  | "managers"
  | "managersFigures"
  | "organisation"
  | "organisationFigures"
  | "purpose"
  | "purposeFigures"
  | "sessions"
  | "sessionsFigures"
> = {
  managers: (room) => [
    room.question(person),
    answers.flatMap((answer) =>
      sides.flatMap((side) => againsts.map((against) => room.title({answer, side, persons: person, against})))
    ),
    againsts.flatMap((against) =>
      bools.flatMap((cohorts) =>
        [undefined, ...amongs].map((among) => room.way({against, among, cohorts, persons: person}))
      )
    ),
    amongs.flatMap((among) =>
      [0, 0.1].map((estimate) => room.sentence({...open, estimate, n: 100, rows: "件", among}))
    ),
    room.beside({...open, own: null, expected: 0.1}),
    [...ends, open].flatMap(({low, high}) => [room.sentence({estimate: 0.1, low, high, n: 100, rows: "管理職・年度"})]),
    bools.map((knew) => [sides.map((side) => room.alternative(person, {knew, side})), room.ratersReason(knew)]),
    [0, 0.1, -0.1].map((expected) => room.beside({...open, own: expected - 0.05, expected})),
    [room.absent(person, ["relative"]), room.absent(person, ["relative", "absolute"])],
    [room.zeroSum(["relative"]), room.zeroSum(["absolute"])],
    Object.values(room.asks).map((ask) => ask(person)),
    room.alikeReason(0.08, 0.25),
    bools.map((enough) => room.pathReason({p: 0.2, drift: 0.01, enough})),
    [
      room.honestReason(null, null),
      room.honestReason(0.1, 0.2),
      room.scalesReason([
        {kind: "relative", estimate: 0.1, range: null, clear: false},
        {kind: "absolute", estimate: -0.05, range: [-0.25, 0.15], clear: false},
        {kind: "absolute", estimate: 0.2, range: [0.1, 0.3], clear: true}
      ])
    ],
    room.baconReason(0.2, 0.1)
  ],
  managersFigures: (room) => [
    [
      room.standing.title(0.1, -0.1),
      room.standing.subtitle("管理職"),
      room.events.text("管理職"),
      room.shifts.text("管理職", ["relative", "absolute"]),
      room.shifts.text("管理職", ["absolute"]),
      room.shifts.scale("甲", null),
      room.shifts.rated(null, 0.4, 0.2, "管理職")
    ],
    [0, 2].flatMap((clear) => [room.events.title(clear, 4), room.balance.title(clear, 7, 0.25)]),
    [
      room.shifts.scale("参加", "relative"),
      [0.3, null].map((had) => room.shifts.rated("absolute", 0.4, had, "管理職")),
      room.shifts.title(["40%"]),
      room.balance.inLine("ソリューション")
    ],
    [
      room.balance.text("管理職"),
      room.balance.size("管理職", "部署"),
      room.flow.text("管理職"),
      room.flow.caption("管理職")
    ],
    (["alike", "absorbed"] as const).map(room.flow.stages)
  ],
  organisation: (room) => [
    room.unshown({programme: "研修"}),
    room.question("参加率", ["利益", "売上高"]),
    answers.flatMap((answer) =>
      (["rose", "fell", "showed no clear trend"] as const).flatMap((trend) =>
        bools.map((besideSector) =>
          room.title({
            answer,
            side: besideSector ? "more" : "less",
            exposure: {label: "参加率", trend: "rose"},
            outcomes: [{label: "利益", trend}],
            years: 9,
            programme: "研修",
            besideSector
          })
        )
      )
    ),
    [ends[1], open].map(({low, high}) =>
      room.sentence({
        changes: [{label: "利益", estimate: 0.3, low, high}],
        growth:
          low === null
            ? []
            : [
                {label: "売上高", share: 0.2},
                {label: "利益", share: -0.1}
              ],
        from: 2011,
        to: 2019,
        n: 8,
        exposure: "参加率",
        doubted: low !== null
      })
    ),
    [1, 3].map((years) => room.few(years, {exposure: "参加率", outcomes: ["売上高", "利益"]})),
    [
      room.constant("利益"),
      room.asks.sector(["利益"], "参加率"),
      room.asks.growth(),
      room.asks.years(),
      room.growthReason(0.5, 0.05)
    ]
  ],
  organisationFigures: (room) => [
    [room.path.title("利益", "参加率", 9), room.path.subtitle("利益", "参加率"), room.lenses.text(4.8, 9, 0.8)],
    [
      room.unrelated.text(0.5, 0.7, 0.4),
      room.trends.text(),
      room.trends.title([], 3),
      room.trends.title(["利益", "売上高"], 3)
    ],
    room.sector.text([
      {name: "利益", r: 0.3, ...ends[1]},
      {name: "売上高", r: 0.3, ...open}
    ]),
    [0, 0.1, -0.1].map((gap) => room.sector.title("売上高", gap)),
    room.sector.subtitle(2009)
  ],
  purpose: (room) => [
    room.notFollowed(),
    [room.question(["甲", "乙"]), room.question([]), room.oneLine()],
    bools.flatMap((clear) => bools.flatMap((more) => [2, 3].map((lines) => room.title({clear, more, lines})))),
    [...ends, open].map(({low, high}) =>
      room.sentence({
        person: "管理職",
        from: {year: 2011, share: 0.2},
        to: {year: 2019, share: 0.4},
        chance: 0.5,
        trend: {estimate: low === null ? -20 : 20, low, high},
        years: 9,
        lines: low === null ? 2 : 4
      })
    ),
    [
      room.impossible("理由"),
      room.fewYears(1),
      room.beside({all: 4, rose: 2, fell: 0}),
      room.beside({all: 1, rose: 0, fell: 0}),
      room.fewYears(2),
      room.absent("管理職", null),
      room.absent("管理職", 0.6)
    ],
    [room.asks.coverage("管理職"), room.asks.meaning(), ...bools.map((survey) => room.asks.lines(survey))],
    [2, 4].flatMap((lines) => [room.otherLine(lines), room.wouldChange(lines)]),
    bools.map((declared) => room.meaningReason({declared, towards: 2, all: 4}))
  ],
  purposeFigures: (room) => [
    [room.lead.title(2011, 0.2, 2019, 0.4, 4), room.lead.subtitle("管理職"), room.lines.text()],
    [2, 4].flatMap((lines) => [room.lead.other(lines), room.lines.share(lines)]),
    [room.lead.chance(), room.lines.chance(), room.lines.axis(), room.lines.heading("地域"), room.lines.line("地域")],
    [
      room.lines.title("管理職", [{name: "甲", start: 0.3, end: 0.9}]),
      room.lines.description([{name: "甲", start: 0.3, end: 0.9}])
    ],
    [
      room.measures.text(["連携"], []),
      room.measures.text(["連携"], ["信頼"]),
      room.measures.title(0, 4),
      room.measures.title(2, 4)
    ],
    [room.measures.seriesTitle("連携", [room.measures.ends("1", "2", "甲"), room.measures.ends("1", "2", "")])],
    [room.measures.seriesSubtitle(""), room.measures.seriesSubtitle("points")]
  ],
  sessions: (room) => [
    room.question("管理職"),
    sides.flatMap((side) => bools.map((clear) => room.title(0.65, {clear, side, persons: "管理職"}))),
    (["place", "averages", "shares"] as const).map((of) => [
      room.way(of),
      room.sentence({of, estimate: 0, ...open, n: 30, scale: [1, 5], modules: null})
    ]),
    [...ends, open].map(({low, high}) =>
      room.sentence({
        of: low === null ? "shares" : "place",
        estimate: 0.2,
        low,
        high,
        n: 1000,
        scale: low === null ? null : [1, 5],
        modules: low === null ? null : [0.5, 0.8]
      })
    ),
    [room.impossible("理由"), room.absent(0.7), room.asks.rated(), room.beside(0.7), room.asks.ordered()],
    room.orderedReason({odds: 1.2, low: 1.1, high: 1.3, clear: "明確です"})
  ],
  sessionsFigures: (room) => [
    [room.lead.title(0.8, 0.5), room.answers.text(), room.means.text(), room.response.text()],
    room.answers.title({mindset: "内省", share: 0.7}, {mindset: "視野", share: 0.6}),
    [0, 1, 3].map((apart) => room.means.title(apart, 30)),
    room.response.title([0.9, 0.8], [0.7, 0.6])
  ]
};
