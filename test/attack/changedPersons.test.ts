/**
 * Studies released, changed and released again, as far as who is behind them decides: whatever is done to a closed period
 * leaves its figures as published, unless it is revised, and then in ten persons or more of every cell that differs.
 */
import {describe, expect, it} from "vitest";
import {type PublishedRecord, type Source} from "../../loaders/disclosure/publishedRecord.js";
import {changedCells, forgetPerson, type PersonRow, type Vintage} from "../../loaders/disclosure/vintage.js";
import {type Act} from "../../loaders/release/acts.js";
import {type Bound} from "../../loaders/release/standingOf.js";
import {random} from "../../src/stats/random.js";
import {standingOn} from "../disclosure/standingOn.js";

const least = 10;
const cells = Array.from({length: 8}, (_, i) => `D${i}`);
const sizes = [12, 14, 18, 25, 31, 40, 10, 22];
const kinds = ["activity", "survey"] as const satisfies readonly Source[];

/** People of eight units in a year, with keys (participation) and without (answers). */
function people(period: number, seed = 1): PersonRow[] {
  const source = random(seed).stream(`year ${period}`);
  return cells.flatMap((cell, c) =>
    Array.from({length: sizes[c] ?? 0}, (_, i): PersonRow[] => [
      {source: "activity", period, cell, person: `${cell}M${i}`, content: String(Math.floor(source.uniform() * 30))},
      {
        source: "survey",
        period,
        cell,
        person: null,
        content: Array.from({length: 3}, () => 1 + Math.floor(source.uniform() * 5)).join(",")
      }
    ]).flat()
  );
}

interface Past {
  readonly record: PublishedRecord | null;
  readonly vintage: Vintage | null;
  readonly acts: readonly Act[];
}

function release(past: Past, rows: readonly PersonRow[], acts: readonly Act[] = []): {bound: Bound; next: Past} {
  const names = [...new Set(rows.map(({source, period}) => `${source} ${period}`))];
  const present = names.map((name) => {
    const [source, period] = name.split(" ");
    return {source: source as Source, period: Number(period)};
  });
  const all = [...past.acts, ...acts];
  const bound = standingOn({study: "s", record: past.record, acts: all, vintage: past.vintage, present, rows, least});
  const record: PublishedRecord = {
    code: "",
    closed: structuredClone(bound.closed) as PublishedRecord["closed"],
    revised: bound.revised,
    modules: {}
  };
  return {bound, next: {record, vintage: bound.vintage, acts: all}};
}

const none: Past = {record: null, vintage: null, acts: []};
const base = [2018, 2019].flatMap((period) => people(period));
const first = release(none, base).next;
const close = (period: number): Act[] => kinds.map((source) => ({act: "close", source, period, on: "2020-07-01"}));
const revise = (source: Source): Act => ({act: "revise", source, on: "2021-01-01", because: "files were read twice"});

/** Changes the first so many rows of a source, year and cell. */
function alter(rows: readonly PersonRow[], source: Source, cell: string, n: number, content = "9,9,9"): PersonRow[] {
  let left = n;
  return rows.map((row) => {
    if (left === 0 || row.source !== source || row.period !== 2019 || row.cell !== cell) return row;
    left -= 1;
    return {...row, content};
  });
}

const without = (rows: readonly PersonRow[], n: number): PersonRow[] => {
  let left = n;
  return rows.filter((row) => row.period !== 2019 || row.cell !== "D4" || left-- <= 0);
};

/** Periods of a source whose figures are not as published. */
const moved = ({standing}: Bound): string[] =>
  kinds.flatMap((source) =>
    [2018, 2019].flatMap((period) => (standing.isFixed(source, period) ? [] : [`${source} ${period}`]))
  );

const late = (n: number): PersonRow[] => [
  ...base,
  ...base
    .filter(({period, cell}) => period === 2019 && cell === "D5")
    .slice(0, n)
    .map((row, i) => ({...row, person: row.person && `late${i}`, content: `8,8,${i}`}))
];

const changes: Readonly<Record<string, readonly PersonRow[]>> = {
  "a year appended": [...base, ...people(2020)],
  "a late batch of three": late(3),
  "a late batch of thirty": late(30),
  "one erased": base.filter(({person}) => person !== "D3M4"),
  "twelve changed in one unit and one in another": alter(alter(base, "activity", "D3", 12), "activity", "D4", 1),
  "a file lost": base.filter(({source, period}) => source !== "survey" || period !== 2019),
  "a file restored less one": without(base, 1),
  "two units merged": base.map((row) => (row.cell === "D1" ? {...row, cell: "D0"} : row)),
  "a unit split": base.map((row, i) => (row.cell === "D5" && i % 2 ? {...row, cell: "D9"} : row)),
  "keys renumbered": base.map((row) => ({...row, person: row.person && `new${row.person}`})),
  "rows reordered": base.toReversed(),
  "answers rescaled": base.map((row) => (row.source === "survey" ? {...row, content: `${row.content},0`} : row)),
  "another measure altered in one person": alter(base, "survey", "D3", 1),
  "a statistic added that reads other fields": base.map((row) => ({...row, content: `${row.content},added`}))
};

describe("a closed period", () => {
  it.each(Object.entries(changes))("stays as published after %s, and what spans years too", (_name, rows) => {
    const {bound} = release(first, rows);
    expect(moved(bound)).toEqual([]);
    for (const source of kinds) expect(bound.standing.isRemade([source])).toBe(false);
  });

  it("tells nobody of 588 corrected persons, nor is a revision for one of them accepted", () => {
    const source = random(18).stream("corrections");
    let told = 0;
    let accepted = 0;
    for (let i = 0; i < 588; i += 1) {
      const place = Math.floor(source.uniform() * base.length);
      const one = base[place];
      if (!one) continue;
      const rows = base.with(place, {...one, content: `${one.content},7`});
      told += moved(release(first, rows).bound).length;
      accepted += release(first, rows, [revise(one.source)]).bound.revising.length;
    }
    expect({told, accepted}).toEqual({told: 0, accepted: 0});
  });

  it("counts nobody as changed where rows come in another order, and everybody where keys are renumbered", () => {
    const then = first.vintage?.periods["activity 2019"]?.[0] ?? {};
    const again = (rows: readonly PersonRow[]) =>
      release(first, rows, [revise("activity")]).next.vintage?.periods["activity 2019"]?.at(-1) ?? {};
    expect(changedCells(then, again(base.toReversed())).size).toBe(0);
    expect(release(first, changes["keys renumbered"] ?? [], [revise("activity")]).bound.revising).toEqual(["activity"]);
  });
});

describe("a revision", () => {
  it("is blocked by nine in one cell and passes with ten, with keys and without", () => {
    for (const source of kinds) {
      const asked = (n: number) => release(first, alter(base, source, "D4", n), [revise(source)]).bound.revising;
      expect([asked(9), asked(10)]).toEqual([[], [source]]);
    }
  });

  it("is blocked by twelve in one unit and one in another", () => {
    const rows = changes["twelve changed in one unit and one in another"] ?? [];
    const {bound} = release(first, rows, [revise("activity")]);
    expect(bound.revising).toEqual([]);
    expect(bound.notes.map(({text}) => text).join("\n")).toMatch(/the revision of activity waits/);
  });

  it("is refused where rows are an older vintage's, but for one person", () => {
    const second = release(first, alter(base, "activity", "D4", 12), [revise("activity")]);
    expect(second.bound.revising).toEqual(["activity"]);
    const back = alter(base, "activity", "D4", 1, "another");
    expect(release(second.next, back, [revise("activity")]).bound.revising).toEqual([]);
  });

  it("is refused without the digests of an earlier release, and a study is released all the same", () => {
    const {bound} = release({...first, vintage: null}, alter(base, "survey", "D4", 12), [revise("survey")]);
    expect(bound.revising).toEqual([]);
    expect(moved(bound)).toEqual([]);
  });

  it("counts an erased person as changed for ever, whom no digest matches", () => {
    const erased = forgetPerson(first.vintage ?? {key: "", periods: {}, rows: {}}, "D3M4");
    expect(erased.forgotten).toBe(2);
    const rows = base.filter(({person}) => person !== "D3M4");
    expect(release({...first, vintage: erased.vintage}, rows, [revise("activity")]).bound.revising).toEqual([]);
    const remade = release({...first, vintage: erased.vintage}, base).next.vintage;
    expect(remade?.periods["activity 2019"]).toEqual(erased.vintage.periods["activity 2019"]);
  });
});

it("ten years one after another, from a start of one, leave every earlier year as it was first published", () => {
  let past = release(none, people(2010)).next;
  let rows = people(2010);
  for (let year = 2011; year <= 2020; year += 1) {
    const corrected = rows.with(year % rows.length, {...(rows[year % rows.length] as PersonRow), content: `${year}`});
    rows = [...corrected, ...people(year)];
    const {bound, next} = release(past, rows, close(year));
    const years = Array.from({length: year - 2010}, (_, i) => 2010 + i);
    for (const source of kinds) {
      expect(years.every((period) => bound.standing.isFixed(source, period))).toBe(true);
      expect(bound.standing.isFixed(source, year)).toBe(false);
      expect(bound.closed[source]).toEqual([...years, year]);
    }
    past = next;
  }
  expect(Object.values(past.vintage?.periods ?? {}).every((vintages) => vintages.length === 1)).toBe(true);
});
