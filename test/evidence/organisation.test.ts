import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {FindingDraft} from "../../src/evidence/finding.js";
import {organisation} from "../../src/findings/organisation/claim.js";
import {againstSector, programmeSeries} from "../../src/findings/organisation/programmeSeries.js";
import {trendOf} from "../../src/findings/organisation/trendOf.js";
import {unrelatedSeries} from "../../src/evidence/series/unrelatedSeries.js";
import {worthOf} from "../../src/findings/organisation/worth.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {correlation} from "../../src/stats/association/correlation.js";
import {residualise} from "../../src/stats/association/residualise.js";
import {studentTTwoSided} from "../../src/stats/distribution/studentT.js";
import {random} from "../../src/stats/random.js";
import {coaching} from "./coaching.js";

const context = {
  ...coaching,
  plan: planOf({specification: "d(profit) ~ d(participation)", term: "participation", worthwhile: 0.5})
};

interface World {
  /** a year, of profit in its own noise */
  readonly growth?: number;
  readonly tie?: number;
  readonly rise?: number;
  readonly years?: number;
  readonly seed?: number;
  readonly sector?: boolean;
  /** profit adds up its noise from year to year */
  readonly walks?: boolean;
}

/** Two years before the programme and some in it. */
function made({
  growth = 0,
  tie = 0,
  rise = 0.06,
  years = 9,
  seed = 3,
  sector = true,
  walks
}: World = {}): ReleasedTable {
  const source = random(seed);
  let walked = 0;
  const rows = Array.from({length: 2 + years}, (_, i) => {
    const own = source.normal();
    const participation = 0.4 + rise * (i - 5) + 0.02 * own;
    walked = source.normal() + (walks ? walked : 0);
    const profit = 100 + growth * i + 8 * tie * own + walked;
    const all = {fiscal_year: 2009 + i, participation, profit: 1e7 * profit, revenue: 1e9 * (20 + i / 2)};
    return sector ? {...all, comparator: 100 + 2.5 * i} : all;
  });
  return {rows, suppressed: {}};
}

const stateOf = ({checks}: FindingDraft, id: string): string | undefined =>
  checks.find((check) => check.id === id)?.state;

describe("organisation()", () => {
  const titles = (world: World): string[] =>
    Array.from({length: 20}, (_, seed) => organisation(made({...world, seed}), context).title);

  it("does not take two series that both grow for a tie, in nearly all seeds, clear as their levels are", () => {
    const findings = Array.from({length: 20}, (_, seed) => organisation(made({growth: 4, seed}), context));
    expect(findings.every(({evidence}) => Number(evidence[0]?.low) > 0.8)).toBe(true);
    expect(findings.filter(({claim}) => claim !== "none").length).toBeLessThanOrEqual(4);
    const said = findings.filter(({claim}) => claim === "none").map(({title}) => title);
    expect(said.filter((title) => /all rose over .* says little about/.test(title)).length).toBeGreaterThan(10);
  });

  it("says what fell, and what fell as the other rose", () => {
    const matching = (world: World, words: RegExp): number => titles(world).filter((title) => words.test(title)).length;
    expect(matching({growth: -4, rise: -0.06}, /^Participation fell; profit fell/)).toBeGreaterThan(14);
    expect(matching({growth: -4}, /^Participation rose; profit fell/)).toBeGreaterThan(14);
  });

  it("tells a tie between yearly changes, and its direction", () => {
    const [with_, against] = [1, -1].map((tie) => organisation(made({tie}), context));
    expect(with_?.title).toMatch(/^Profit rose more in years when participation rose more/);
    expect(with_?.claim).toBe("change");
    expect(against?.title).toMatch(/^Profit rose less in years when participation rose more/);
  });

  it.each([
    ["keep near a line", {growth: 4}],
    ["wander", {growth: 4, walks: true}]
  ])("claims a tie between unrelated series that %s in no more than 5 % of seeds, by the exact bound", (_, world) => {
    const claims = Array.from({length: 400}, (__, seed) => organisation(made({...world, seed}), context).claim);
    // the most that 5 % would show in 99 of 100 such tests
    expect(claims.filter((claim) => claim !== "none").length).toBeLessThanOrEqual(31);
  });

  it("does not count changes that departures from trend do not bear out, and says so", () => {
    const found = Array.from({length: 60}, (_, seed) => organisation(made({growth: 4, seed}), context)).filter(
      ({claim, primary}) => claim === "none" && primary?.p !== null && Number(primary?.p) < 0.05
    );
    expect(found.length).toBeGreaterThan(0);
    for (const {sentence, title} of found) {
      expect(sentence).toMatch(
        /Departures from the trends do not show the same, so we do not count it as a finding\.$/
      );
      expect(title).not.toMatch(/in years when/);
    }
  });

  it("never gives the levels without their detrended and differenced twins", () => {
    const {evidence} = organisation(made({growth: 4}), context);
    const labels = evidence.map(({label}) => label);
    for (const label of labels.filter((name) => name.endsWith(": as they are"))) {
      const series = label.replace(": as they are", "");
      expect(labels).toContain(`${series}: without trend`);
      expect(labels).toContain(`${series}: yearly changes`);
    }
    expect(labels.filter((name) => name.endsWith(": as they are")).length).toBeGreaterThan(0);
  });

  it("holds revenue and profit against the sector where there is one, and says so where there is none", () => {
    const [beside, alone] = [true, false].map((sector) => organisation(made({growth: 4, sector}), context));
    expect(beside?.evidence.map(({label}) => label)).toContain("Revenue beside the sector: yearly changes");
    expect(beside?.sentence).toMatch(/revenue rose by 1\d\u202f%.* the sector rose by 1\d\u202f%/);
    expect(beside && stateOf(beside, "sector")).not.toBe("unmade");
    expect(alone?.evidence.map(({label}) => label).join()).not.toContain("sector");
    expect(alone?.sentence).not.toContain("sector");
    expect(alone && stateOf(alone, "sector")).toBe("unmade");
  });

  it("shows few years and tests nothing of them", () => {
    const finding = organisation(made({years: 3}), {...context, programmeYears: [2011, 2013]});
    expect(finding.title).toMatch(/^Three years are too few to test whether .*profit rose with participation$/);
    expect(finding.primary).toBeNull();
    expect(finding.evidence).toEqual([]);
    expect(finding.claim).toBe("none");
  });

  it("tells nothing where a series does not vary", () => {
    const {rows} = made();
    const still = {rows: rows.map((row) => ({...row, participation: 0.4})), suppressed: {}};
    expect(organisation(still, context).title).toBe("We could not compare the years as planned");
  });

  it("fails on missing years", () => {
    const {rows} = made({growth: 4});
    const thin = rows.map((row, i) => (i > 6 ? {...row, profit: {suppressed: "withheld"}} : row));
    expect(stateOf(organisation({rows: thin, suppressed: {}}, context), "cells")).toBe("failed");
  });

  it("changes its sentence when the data change", () => {
    expect(organisation(made({tie: 1}), context).sentence).not.toBe(organisation(made({tie: -1}), context).sentence);
  });
});

describe("unrelatedSeries()", () => {
  const noise = (seed: number): number[] => {
    const {normal} = random(seed);
    const time = Array.from({length: 9}, (_, t) => t);
    return Array.from(residualise([time.map(() => normal())], {time})[0] ?? []);
  };

  it("without drift and with independent noise has the t distribution of r", () => {
    const [x, y] = [noise(1), noise(2)];
    const {p, observed, draws} = unrelatedSeries(x, y, {kind: "trend", draws: 9999, seed: 5});
    const t = observed * Math.sqrt(7 / (1 - observed * observed));
    const exact = studentTTwoSided(t, 7);
    expect(observed).toBe(correlation(x, y));
    expect(Math.abs(p - exact)).toBeLessThan(3.3 * Math.sqrt((exact * (1 - exact)) / draws));
  });

  it("with drifts lets most unrelated pairs pass the usual test of r, which one in twenty should", () => {
    const [x, y] = [noise(1), noise(2)].map((values) => values.map((value, t) => t + value));
    const critical = 0.666;
    for (const kind of ["walk", "trend"] as const) {
      const {piles, draws} = unrelatedSeries(x ?? [], y ?? [], {kind});
      const passing = piles.reduce((sum, pile) => sum + (Math.abs(pile.r) > critical ? pile.draws : 0), 0);
      expect(passing / draws).toBeGreaterThan(0.5);
    }
  });

  it("draws the same for the same seed, other for another, and counts every draw", () => {
    const [x, y] = [noise(1), noise(2)];
    const once = unrelatedSeries(x, y, {seed: 4});
    expect(unrelatedSeries(x, y, {seed: 4})).toEqual(once);
    expect(unrelatedSeries(x, y, {seed: 5}).piles).not.toEqual(once.piles);
    expect(once.piles.reduce((sum, {draws}) => sum + draws, 0)).toBe(once.draws);
  });

  it("does not depend on the series' units", () => {
    const [x, y] = [noise(1), noise(2)];
    const bigger = unrelatedSeries(
      x.map((value) => 40 + 1e6 * value),
      y.map((value) => 0.01 * value - 3)
    );
    expect(bigger.p).toBeCloseTo(unrelatedSeries(x, y).p, 9);
  });
});

describe("behind the organisation's finding", () => {
  it("programmeSeries() keeps to the programme's years, in order", () => {
    const {rows} = made();
    const {years, complete} = programmeSeries({rows: rows.toReversed(), suppressed: {}}, context);
    expect(years).toEqual([2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019]);
    expect(complete).toHaveLength(9);
  });

  it("againstSector() leaves a series that grows as the sector does where it was", () => {
    expect(againstSector([10, 11, null, 12], [100, 110, 115, 120])).toEqual([10, 10, null, 10]);
  });

  it("trendOf() a straight line is its slope and tau 1, and null for a constant", () => {
    const years = [2011, 2012, 2013, 2014, 2015, 2016];
    const trend = trendOf([1, 3, 5, 7, 9, 11], years);
    expect(trend?.slope).toBe(2);
    expect(trend?.tau).toBeCloseTo(1, 12);
    // one order of 720 and its reverse
    expect(trend?.p).toBeCloseTo(2 / 720, 12);
    expect(trendOf([2, 2, 2, 2, 2, 2], years)).toBeNull();
  });

  it("worthOf() two trending series of nine years is fewer than nine", () => {
    const worth = worthOf(programmeSeries(made({growth: 4}), context));
    expect(worth?.years).toBe(9);
    expect(worth?.effective).toBeLessThan(6);
    expect(worth?.detectable).toBeCloseTo(0.8, 2);
  });
});
