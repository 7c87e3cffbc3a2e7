import {describe, expect, it} from "vitest";
import {sunAbraham, twoWayEventStudy} from "../../../src/stats/did/eventStudy.js";
import {NotIdentified} from "../../../src/stats/errors/notIdentified.js";
import {golden, numbers} from "../golden.js";
import {relativeError} from "../relativeError.js";

type Answers = Readonly<Record<string, {readonly b: number; readonly se: number}>>;

const frozen = golden<{all: {n: number; weighted: Answers; conventional: Answers}; treated: {weighted: Answers}}>(
  "did/events.json"
);
const table = Object.fromEntries(
  ["id", "year", "year_treated", "x1", "y"].map((name) => [
    name,
    numbers("base_stagg.csv", name).map((value, row): number | null => {
      const hole = name === "y" ? row % 11 === 4 : name === "x1" && row % 37 === 2;
      return hole ? null : value;
    })
  ])
);
const columns = {outcome: "y", unit: "id", time: "year", firstTreated: "year_treated", covariates: ["x1"]};

function expectAll(terms: readonly {term: string; estimate: number; se: number | null}[], answers: Answers): void {
  const events = Object.entries(answers).filter(([name]) => name !== "att");
  expect(terms.filter(({term}) => term.startsWith("year::")).length).toBe(events.length);
  for (const [event, {b, se}] of events) {
    const ours = terms.find(({term}) => term === `year::${event}`)!;
    expect(relativeError(ours.estimate, b)).toBeLessThan(1e-9);
    expect(relativeError(ours.se!, se)).toBeLessThan(1e-9);
  }
}

describe("event studies of a panel with holes agree with R", () => {
  it("sunAbraham(table, columns) weights by the rows that it used", () => {
    const {n, terms, fit, dropped} = sunAbraham(table, columns);
    expect(n).toBe(frozen.all.n);
    expect(n + dropped.reduce((sum, each) => sum + each.n, 0)).toBe(table.y!.length);
    expectAll(terms, frozen.all.weighted);
    expect(relativeError(fit.att.estimate, frozen.all.weighted.att!.b)).toBeLessThan(1e-9);
    expect(relativeError(fit.att.se, frozen.all.weighted.att!.se)).toBeLessThan(1e-9);
  });

  it("twoWayEventStudy(table, columns)", () =>
    expectAll(twoWayEventStudy(table, columns).terms, frozen.all.conventional));

  it("sunAbraham(table, columns) takes the last cohort where none is never treated; the conventional form refuses", () => {
    const rows = table.year_treated!.flatMap((first, row) => (first! <= 10 ? [row] : []));
    const treated = Object.fromEntries(
      Object.entries(table).map(([name, values]) => [name, rows.map((row) => values[row]!)])
    );
    const {terms, warnings} = sunAbraham(treated, columns);
    expectAll(terms, frozen.treated.weighted);
    expect(warnings[0]).toMatch(/no id is never treated: periods from 10 are left out/);
    expect(() => twoWayEventStudy(treated, columns)).toThrow(/no id is never treated/);
  });

  it("level widens every term's interval, the covariates' too", () => {
    const [narrow, wide] = [0.5, 0.99].map((level) => sunAbraham(table, columns, {level}).terms);
    narrow!.forEach(({high}, i) => expect(wide![i]!.high).toBeGreaterThan(high!));
  });

  it("a cohort without the period before its treatment is an error that says why", () => {
    const gap = table.year!.map((year) => (year === 4 ? null : year));
    expect(() => sunAbraham({...table, year: gap}, columns)).toThrow(/cohort of 5 was not seen in 4/);
  });
});

it("an event study of an outcome that does not vary is not identified, whatever it is", () => {
  const rows = Array.from({length: 40}, (_, i) => ({id: i % 8, year: 2010 + Math.floor(i / 8), late: i % 8 < 4}));
  const flat = {
    id: rows.map(({id}) => id),
    year: rows.map(({year}) => year),
    year_treated: rows.map(({late}) => (late ? 2012 : null)),
    y: rows.map(() => 0)
  };
  for (const study of [sunAbraham, twoWayEventStudy])
    expect(() => study(flat, {outcome: "y", unit: "id", time: "year", firstTreated: "year_treated"})).toThrow(
      NotIdentified
    );
});
