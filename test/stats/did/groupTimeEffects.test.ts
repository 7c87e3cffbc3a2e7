import {describe, expect, it} from "vitest";
import {baconDecomposition} from "../../../src/stats/did/baconDecomposition.js";
import {groupTimeEffects} from "../../../src/stats/did/groupTimeEffects.js";
import type {DidEstimator} from "../../../src/stats/did/twoByTwo.js";
import {honestBounds} from "../../../src/stats/did/honestBounds.js";
import {random} from "../../../src/stats/random.js";
import {ols} from "../../../src/stats/regression/ols.js";

interface Simulated {
  readonly [name: string]: (number | string | null)[];
}

/** Cohorts of periods 3 and 5, some never; the change follows x, and take-up follows x when `selected`. */
function simulated(seed: number, {units = 200, effect = 1, selected = true} = {}): Simulated {
  const {normal, uniform} = random(seed);
  const table: Record<string, (number | string | null)[]> = {y: [], unit: [], time: [], first: [], x: [], region: []};
  for (let unit = 0; unit < units; unit++) {
    const x = normal();
    const [level, chance] = [normal(), uniform() + (selected ? 0.15 * x : 0)];
    const first = chance > 0.75 ? 3 : chance > 0.5 ? 5 : 0;
    for (let time = 1; time <= 6; time++) {
      const gain = first > 0 && time >= first ? effect : 0;
      table.y!.push(level + 0.3 * time * x + gain + 0.5 * normal());
      table.unit!.push(`u${unit}`);
      table.time!.push(time);
      table.first!.push(first);
      table.x!.push(x);
      table.region!.push(unit % 20);
    }
  }
  return table;
}

const columns = {outcome: "y", unit: "unit", time: "time", firstTreated: "first"};

describe("groupTimeEffects(table, columns)", () => {
  it.each(["dr", "reg", "ipw"] as const)(
    "%s with the covariate finds the effect that selection hides",
    (estimator: DidEstimator) => {
      const table = simulated(1, {units: 600});
      const {fit} = groupTimeEffects(table, {...columns, covariates: ["x"]}, {estimator, draws: 0});
      const naive = groupTimeEffects(table, columns, {draws: 0}).fit.aggregates.simple;
      const {att, se} = fit.aggregates.simple;
      expect(Math.abs(att - 1)).toBeLessThan(3 * se);
      expect(Math.abs(naive.att - 1)).toBeGreaterThan(3 * naive.se);
    }
  );

  it("covers the truth in about 95 of 100 simulated panels, errors clustered or not", () => {
    const covered = (cluster?: string): number =>
      Array.from({length: 200}, (_, seed) => {
        const table = simulated(seed + 10, {units: 120, selected: false});
        const {low, high} = groupTimeEffects(table, {...columns, ...(cluster ? {cluster} : {})}, {draws: 0}).fit
          .aggregates.simple;
        return low <= 1 && high >= 1 ? 1 : 0;
      }).reduce((sum: number, hit) => sum + hit, 0);
    expect(covered()).toBeGreaterThanOrEqual(178);
    expect(covered()).toBeLessThanOrEqual(199);
    expect(covered("region")).toBeGreaterThanOrEqual(172);
  });

  it("is the same whatever the rows' order and the units' names; scales with y", () => {
    const table = simulated(2);
    const order = table.y!.map((_, row) => row).toReversed();
    const shuffled = Object.fromEntries(
      Object.entries(table).map(([name, column]) => [name, order.map((row) => column[row]!)])
    );
    shuffled.unit = shuffled.unit!.map((name) => `other ${name}`);
    const scaled = {...table, y: table.y!.map((value) => Number(value) * 1e6 + 1e9)};
    const [whole, other, c] = [table, shuffled, scaled].map(
      (each) => groupTimeEffects(each, {...columns, covariates: ["x"]}, {draws: 99}).fit
    );
    expect(other!.critical).toBeCloseTo(whole!.critical!, 9);
    expect(other!.critical_dynamic).toBeCloseTo(whole!.critical_dynamic!, 9);
    const [a, b, large] = [whole, other, c].map((each) => each!.aggregates.simple);
    expect(b!.att).toBeCloseTo(a!.att, 12);
    expect(b!.se).toBeCloseTo(a!.se, 12);
    expect(large!.att / 1e6).toBeCloseTo(a!.att, 6);
  });

  it("leaves out a cell where no comparison unit is like a treated one, and names cohorts of few units", () => {
    const table = simulated(8, {units: 60, selected: false});
    const x = table.first!.map((first, row) => Number(table.x![row]) + (first === 5 ? 3.5 : 0));
    const {terms, warnings} = groupTimeEffects({...table, x}, {...columns, covariates: ["x"]}, {draws: 0});
    expect(terms.some(({term}) => term.startsWith("ATT(5,"))).toBe(false);
    expect(terms.some(({term}) => term.startsWith("ATT(3,"))).toBe(true);
    expect(warnings.join()).toMatch(/chance of treatment reaches 0.999/);
    const few = {...table, first: table.first!.map((first, row) => (first === 5 && row >= 60 ? 0 : first))};
    expect(groupTimeEffects(few, columns, {draws: 0}).warnings.join()).toMatch(/few units in the cohorts of/);
  });

  it("drops units not seen in every period and those treated from the start, and says how many", () => {
    const table = simulated(3);
    const holed = {...table, y: table.y!.map((value, row) => (row === 5 ? null : value))};
    expect(groupTimeEffects(holed, columns, {draws: 0}).dropped).toEqual([
      {reason: "missing y", n: 1},
      {reason: "unit not seen in every time", n: 5}
    ]);
    const early = {...table, first: table.first!.map((value, row) => (row < 6 ? 1 : value))};
    const {dropped, warnings} = groupTimeEffects(early, columns, {draws: 0});
    expect(dropped).toEqual([{reason: "unit treated from the start", n: 6}]);
    expect(warnings[0]).toMatch(/1 units were treated in the first period/);
  });

  it("compares with the cohort that is treated last where none is never treated", () => {
    const table = simulated(4);
    const all = {...table, first: table.first!.map((value) => (value === 0 ? 5 : value))};
    const {terms, warnings} = groupTimeEffects(all, columns, {control: "not-yet", draws: 0});
    expect(terms.map(({term}) => term)).toEqual(["ATT(3,2)", "ATT(3,3)", "ATT(3,4)"]);
    expect(warnings[0]).toMatch(/no unit is never treated/);
    expect(() => groupTimeEffects(all, columns)).toThrow(/no unit is never treated; use control not-yet/);
  });

  it("a universal base is nought in its own period, and the uniform critical value lies above the pointwise one", () => {
    const {terms, fit} = groupTimeEffects(simulated(5), columns, {base: "universal", draws: 500});
    expect(terms.find(({term}) => term === "ATT(3,2)")).toMatchObject({estimate: 0, se: null});
    expect(fit.critical).toBeGreaterThan(1.96);
  });

  it.each([
    ["an unknown column", {...columns, outcome: "z"}, /missing column: z/],
    ["no treated unit", {...columns, firstTreated: "none"}, /no unit is treated after the first period/],
    ["two first periods in a unit", {...columns, firstTreated: "time"}, /it changes within a unit/],
    ["one cluster", {...columns, cluster: "none"}, /one cluster in none/],
    ["a cluster that changes", {...columns, cluster: "time"}, /time changes within a unit/]
  ])("%s is an error that says so", (_, asked, message) => {
    const table = {...simulated(6, {units: 30}), none: simulated(6, {units: 30}).y!.map(() => 0)};
    expect(() => groupTimeEffects(table, asked)).toThrow(message);
  });
});

describe("baconDecomposition(table, columns)", () => {
  it("adds up to the two-way estimate, its weights to one", () => {
    const table = simulated(7);
    const {fit} = baconDecomposition(table, columns);
    const treated = table.first!.map((first, row) =>
      Number(first) > 0 && Number(table.time![row]) >= Number(first) ? 1 : 0
    );
    const [twfe] = ols("y ~ treated | unit + time", {...table, treated}).terms;
    expect(fit.twfe).toBeCloseTo(twfe!.estimate, 10);
    expect(fit.comparisons.reduce((sum, {weight}) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

describe("honestBounds(estimates, covariance)", () => {
  const estimates = [0.01, -0.02, 0.3, 0.35];
  const covariance = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 0.002 : 0.0005)));
  it("widens with M, and breaks down where it first covers nought", () => {
    for (const kind of ["sd", "rm"] as const) {
      const {fit} = honestBounds(estimates, covariance, {pre: 2, post: 2}, {kind, M: [0, 0.5, 1], draws: 300});
      const widths = fit.intervals.map(({low, high}) => high! - low!);
      expect(widths[1]).toBeGreaterThan(widths[0]!);
      expect(widths[2]).toBeGreaterThan(widths[1]!);
      const at = honestBounds(
        estimates,
        covariance,
        {pre: 2, post: 2},
        {kind, M: [fit.breakdown! * 0.97, fit.breakdown! * 1.03], draws: 300}
      );
      expect(at.fit.intervals[0]!.low).toBeGreaterThan(0);
      expect(at.fit.intervals[1]!.low).toBeLessThan(0);
    }
  });

  it("refuses a covariance of another size and a restriction without periods before", () => {
    expect(() => honestBounds(estimates, covariance.slice(1), {pre: 2, post: 2})).toThrow(/vcov; it is not 4 by 4/);
    expect(() => honestBounds(estimates, covariance, {pre: 0, post: 4})).toThrow(/take a period before treatment/);
  });
});
