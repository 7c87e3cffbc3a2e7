import {describe, expect, it} from "vitest";
import {releaseRows} from "../../loaders/disclosure/releaseRows.js";
import {
  printPublishedRecord,
  type PublishedRecord,
  readPublishedRecord
} from "../../loaders/disclosure/publishedRecord.js";
import {stand} from "../../loaders/disclosure/stand.js";
import {type Standing} from "../../loaders/disclosure/standing.js";
import {changedCells, digestsOf, forgetPerson, type PersonRow} from "../../loaders/disclosure/vintage.js";
import {type Act} from "../../loaders/release/acts.js";
import {toStep} from "../../loaders/disclosure/round.js";
import {key, ruleOf} from "./ruleOf.js";
import {standingOn} from "./standingOn.js";
import type {Row} from "../../loaders/disclosure/columnRule.js";

const ofSurvey = {sources: ["survey"], period: "year", weight: "n"} as const;

function table(rows: readonly Row[]): ReturnType<typeof releaseRows> {
  const n = ruleOf({kind: "count", statistic: "count", round: toStep(5)});
  const profit = {kind: "finance", unit: "yen", grain: 0} as const;
  return releaseRows(
    rows,
    {unit: key, year: key, n, mean: ruleOf({range: [1, 5]}), profit},
    {table: "t", key: ["unit", "year"]}
  );
}

const row = (unit: string, year: number, n: number, mean: number, profit = 1): Row => ({unit, year, n, mean, profit});

const recordOf = (rows: readonly Row[], closed: readonly number[]): PublishedRecord => ({
  code: "",
  closed: {activity: [], survey: [...closed], ratings: [], appraisals: []},
  revised: {},
  modules: {
    t: {
      rows: table(rows).value.rows.map((one) => ({unit: one.unit, year: one.year, n: one.n, mean: one.mean})),
      suppressed: {}
    }
  }
});

const bound = (record: PublishedRecord | null, open: readonly number[] = []): Standing => ({
  record,
  least: 10,
  isFixed: (_source, period) => record?.closed.survey.includes(period) ?? false,
  isOpen: (_source, period) => open.includes(period),
  isRemade: () => false,
  isRevised: () => false,
  mayAdd: () => true,
  personsThen: () => undefined
});

describe("stand(table)", () => {
  const before = [row("a", 2019, 20, 3.5), row("b", 2019, 40, 2.5), row("c", 2019, 4, 1.5)];

  it("leaves figures of a closed period as they were published, and lets what is not of persons follow its source", () => {
    const now = [row("a", 2019, 20, 3.4, 2), row("b", 2019, 39, 2.6), row("c", 2019, 12, 2), row("a", 2020, 21, 3)];
    const {value} = stand("t", ofSurvey, table(now), bound(recordOf(before, [2019])));
    expect(value.rows[0]).toEqual({unit: "a", year: 2019, n: 20, mean: 3.5, profit: 2});
    expect(value.rows[1]).toMatchObject({n: 40, mean: 2.5});
    expect(value.rows[2]).toMatchObject({n: {suppressed: "fewer than 10"}, mean: {suppressed: "fewer than 10"}});
    expect(value.rows[3]).toMatchObject({year: 2020, n: 20, mean: 3});
  });

  it("weighs a merged unit's past by published counts, and withholds it where a part is", () => {
    const now = [row("a+b", 2019, 60, 2.9), row("b+c", 2019, 44, 2.4)];
    const {value} = stand("t", ofSurvey, table(now), bound(recordOf(before, [2019])));
    expect(value.rows[0]).toMatchObject({n: 60, mean: Number(((20 * 3.5 + 40 * 2.5) / 60).toPrecision(6))});
    expect(value.rows[1]).toMatchObject({mean: {suppressed: "a part of it is withheld"}});
  });

  it("publishes nothing of an open period, nor of a group that a closed one did not have; what is gone stays", () => {
    const now = [row("d", 2019, 30, 3), row("a", 2020, 20, 3)];
    const {value} = stand("t", ofSurvey, table(now), bound(recordOf(before, [2019]), [2020]));
    expect(value.rows.slice(0, 2).map(({mean}) => mean)).toEqual([
      {suppressed: "its period was closed without it"},
      {suppressed: "its period is not closed yet"}
    ]);
    expect(value.rows.slice(2)).toEqual([
      {unit: "a", year: 2019, n: 20, mean: 3.5, profit: null},
      {unit: "b", year: 2019, n: 40, mean: 2.5, profit: null},
      {unit: "c", year: 2019, n: {suppressed: "fewer than 10"}, mean: {suppressed: "fewer than 10"}, profit: null}
    ]);
  });

  it("makes a row that spans periods anew only where ten persons or more are new behind it", () => {
    const past = bound(recordOf(before, [2019]));
    const then: Readonly<Record<string, number>> = {"a 2019": 20, "b 2019": 40};
    const remade: Standing = {...past, isRemade: () => true, personsThen: (_table, name) => then[name]};
    const now = [row("a", 2019, 29, 3), row("b", 2019, 50, 3)];
    expect(stand("t", {sources: ["survey"]}, table(now), remade).value.rows.map(({mean}) => mean)).toEqual([
      3.5,
      3,
      {suppressed: "fewer than 10"}
    ]);
    expect(stand("t", {sources: ["survey"]}, table(now), past).value.rows.map(({mean}) => mean)).toEqual([
      3.5,
      2.5,
      {suppressed: "fewer than 10"}
    ]);
  });

  it("takes a row on another scale for new in a revision: its mean used to stand on the old scale beside a model on the new", () => {
    const scaled = (maximum: number, mean: number) =>
      releaseRows(
        [{module: "m", maximum, n: 40, mean}],
        {
          module: key,
          maximum: {kind: "scale", unit: "points"},
          n: ruleOf({kind: "count", statistic: "count", round: toStep(5)}),
          mean: ruleOf({range: [1, maximum]})
        },
        {table: "t", key: ["module"]}
      );
    const {value: published} = scaled(5, 3.5);
    const record: PublishedRecord = {
      ...recordOf([], [2019]),
      modules: {t: {rows: [...published.rows], suppressed: {}}}
    };
    const past = {...bound(record), isRemade: () => true, personsThen: () => 40};
    const meanOf = (standing: Standing, maximum: number) =>
      stand("t", {sources: ["survey"]}, scaled(maximum, 3.5 * (maximum / 5)), standing).value.rows[0]?.mean;
    expect(meanOf(past, 10)).toBe(3.5);
    expect(meanOf({...past, isRevised: () => true}, 10)).toBe(7);
    expect(
      stand("t", {sources: ["survey"]}, scaled(5, 3.6), {...past, isRevised: () => true}).value.rows[0]?.mean
    ).toBe(3.5);
  });

  it("reads a record as it printed it, and refuses what is none", () => {
    const record = recordOf(before, [2019]);
    expect(readPublishedRecord("published.json", printPublishedRecord(record))).toEqual(record);
    expect(() => readPublishedRecord("published.json", "{}")).toThrow(/published\.json is no record/);
  });
});

const person = (name: string | null, period: number, content: string, cell = "a"): PersonRow => ({
  source: name === null ? "survey" : "activity",
  period,
  cell,
  person: name,
  content
});

const secret = "00".repeat(32);
const activity = (rows: readonly PersonRow[], period = 2019): Readonly<Record<string, readonly string[]>> =>
  digestsOf(rows, secret)[`activity ${period}`] ?? {};

describe("changedCells(then, now)", () => {
  const crew = Array.from({length: 12}, (_, i) => person(`M${i}`, 2019, "3"));

  it("counts who came, left, moved or was altered, once a cell", () => {
    expect(changedCells(activity(crew), activity(crew.toReversed())).size).toBe(0);
    expect([...changedCells(activity(crew), activity(crew.slice(1)))]).toEqual([["a", 1]]);
    const altered = crew.map((one, i) => (i < 2 ? {...one, content: "4"} : one));
    expect([...changedCells(activity(crew), activity(altered))]).toEqual([["a", 2]]);
    const moved = crew.map((one, i) => (i === 0 ? {...one, cell: "b"} : one));
    expect([...changedCells(activity(crew), activity(moved))]).toEqual([
      ["a", 1],
      ["b", 1]
    ]);
  });

  it("without keys counts the larger of the contents that left and that came", () => {
    const answers = ["1", "1", "2", "5"].map((content) => person(null, 2019, content));
    const now = ["1", "2", "4", "4", "5"].map((content) => person(null, 2019, content));
    const of = (rows: readonly PersonRow[]) => digestsOf(rows, secret)["survey 2019"] ?? {};
    expect([...changedCells(of(answers), of(now))]).toEqual([["a", 2]]);
  });

  it("matches no digest of an erased person, who counts as changed for ever", () => {
    const vintage = {key: secret, periods: {"activity 2019": [activity(crew)]}, rows: {}};
    const erased = forgetPerson(vintage, "M3");
    expect(erased.forgotten).toBe(1);
    const [left = {}] = erased.vintage.periods["activity 2019"] ?? [];
    expect([...changedCells(left, activity(crew)).values()]).toEqual([2]);
    const theirs = activity([person("M3", 2019, "3")]).a?.[0] ?? "";
    expect(JSON.stringify(erased.vintage)).not.toContain(theirs.split(" ")[0]);
  });
});

describe("standingOf(input)", () => {
  const crew = (period: number, size: number, content = "3"): PersonRow[] =>
    Array.from({length: size}, (_, i) => person(`M${i}`, period, content));
  const present = [2018, 2019].map((period) => ({source: "activity", period}) as const);
  const rows = [...crew(2018, 20), ...crew(2019, 20)];
  const first = standingOn({
    study: "s",
    record: null,
    acts: [],
    vintage: null,
    present: present.slice(0, 1),
    rows: crew(2018, 20),
    least: 10
  });
  const record: PublishedRecord = {
    ...recordOf([], []),
    closed: structuredClone(first.closed) as PublishedRecord["closed"]
  };
  const next = (more: {readonly acts?: readonly Act[]; readonly rows?: readonly PersonRow[]}) =>
    standingOn({study: "s", record, acts: [], vintage: first.vintage, present, rows, least: 10, ...more});
  const close: Act = {act: "close", source: "activity", period: 2019, on: "2020-07-01"};
  const revise: Act = {act: "revise", source: "activity", on: "2020-07-01", because: "a file was read twice"};

  it("closes what a first release publishes, and a later period when its steward has closed it", () => {
    expect(first.closed.activity).toEqual([2018]);
    expect([next({}).standing.isOpen("activity", 2019), next({}).standing.isFixed("activity", 2018)]).toEqual([
      true,
      true
    ]);
    expect(next({}).notes[0]?.text).toMatch(/^activity 2019 is open.*--source activity --period 2019$/);
    const closed = next({acts: [close]});
    expect([closed.standing.isOpen("activity", 2019), closed.standing.isFixed("activity", 2019)]).toEqual([
      false,
      false
    ]);
    expect(closed.closed.activity).toEqual([2018, 2019]);
  });

  it("makes what spans periods anew when one closes with enough persons, and not while a closed one differs in few", () => {
    expect(next({}).standing.isRemade(["activity"])).toBe(false);
    expect(next({acts: [close]}).standing.isRemade(["activity"])).toBe(true);
    const few = [...crew(2018, 20), ...crew(2019, 9)];
    expect(next({acts: [close], rows: few}).standing.isRemade(["activity"])).toBe(false);
    const corrected = [person("M0", 2018, "9"), ...crew(2018, 20).slice(1), ...crew(2019, 20)];
    const disturbed = next({acts: [close], rows: corrected});
    expect(disturbed.standing.isRemade(["activity"])).toBe(false);
    expect(disturbed.notes.map(({text}) => text).join()).toMatch(
      /activity 2018: too few persons differ .* stay as published/
    );
    expect(
      standingOn({study: "s", record, acts: [close], vintage: null, present, rows, least: 10}).standing.isRemade([
        "activity"
      ])
    ).toBe(false);
  });

  it("makes what has a term for each cell anew only where each that has anybody new has enough of them", () => {
    const two = (a: number, b: number): PersonRow[] => [
      ...crew(2018, 20),
      ...crew(2019, a),
      ...Array.from({length: b}, (_, i) => ({...person(`N${i}`, 2019, "3"), cell: "another"}))
    ];
    const isRemade = (a: number, b: number, eachCell: boolean): boolean =>
      next({acts: [close], rows: two(a, b)}).standing.isRemade(["activity"], {eachCell});
    expect([isRemade(10, 9, false), isRemade(10, 9, true), isRemade(10, 10, true), isRemade(10, 0, true)]).toEqual([
      true,
      false,
      true,
      true
    ]);
  });

  it("lets nothing new be published of a source while a closed period differs in few", () => {
    const corrected = [person("M0", 2018, "9"), ...crew(2018, 20).slice(1), ...crew(2019, 20)];
    expect(next({}).standing.mayAdd(["activity"])).toBe(true);
    expect(next({rows: corrected}).standing.mayAdd(["activity"])).toBe(false);
    expect(next({rows: corrected}).standing.mayAdd(["survey"])).toBe(true);
  });

  it("revises a source where no cell differs in one to nine persons, against every vintage", () => {
    const changed = (n: number): PersonRow[] => [...crew(2018, n, "8"), ...crew(2018, 20).slice(n), ...crew(2019, 20)];
    expect(next({acts: [revise], rows: changed(9)}).standing.isFixed("activity", 2018)).toBe(true);
    expect(
      next({acts: [revise], rows: changed(9)})
        .notes.map(({text}) => text)
        .join()
    ).toMatch(/the revision of activity waits/);
    const passed = next({acts: [revise], rows: changed(10)});
    expect(passed.standing.isFixed("activity", 2018)).toBe(false);
    expect(passed.revised).toEqual({activity: 1});
    expect(passed.vintage.periods["activity 2018"]).toHaveLength(2);
    const back = [person("M19", 2018, "9"), ...crew(2018, 10, "8"), ...crew(2018, 19).slice(10), ...crew(2019, 20)];
    const again = standingOn({
      study: "s",
      record: {...record, revised: {activity: 1}},
      acts: [revise, revise],
      vintage: passed.vintage,
      present,
      rows: back,
      least: 10
    });
    expect(again.standing.isFixed("activity", 2018)).toBe(true);
  });
});
