import {describe, expect, it} from "vitest";
import {ownTrend} from "../../src/evidence/panel/ownTrend.js";
import {random} from "../../src/stats/random.js";

/** Units on paths of their own, exposed more the steeper they rise; b the difference that exposure makes. */
function panel(b: number, seed: number) {
  const source = random(seed);
  const units: string[] = [];
  const [years, x, y]: number[][] = [[], [], []];
  for (let unit = 0; unit < 20; unit += 1) {
    const slope = source.normal();
    for (let year = 2010; year < 2020; year += 1) {
      const exposure = 0.3 * slope * (year - 2010) + source.normal();
      units.push(`u${unit}`);
      years?.push(year);
      x?.push(exposure);
      y?.push(unit + slope * (year - 2010) + b * exposure + 0.1 * source.normal());
    }
  }
  return {units, years: years ?? [], x: x ?? [], y: y ?? []};
}

describe("ownTrend(rows)", () => {
  it("takes out the path that each unit was on: no difference where there is none, and b where it is", () => {
    const [none] = ownTrend(panel(0, 3))?.terms.filter(({term}) => term === "x") ?? [];
    const [some] = ownTrend(panel(0.5, 4))?.terms.filter(({term}) => term === "x") ?? [];
    expect(Math.abs(none?.estimate ?? 1)).toBeLessThan(0.03);
    expect(some?.estimate).toBeGreaterThan(0.47);
    expect(some?.low).toBeGreaterThan(0);
  });

  it("is the least squares estimate on what unit, year and line leave of both", () => {
    const rows = panel(0.5, 5);
    const [one] = ownTrend(rows)?.terms.filter(({term}) => term === "x") ?? [];
    const [x, y] = [rows.x, rows.y].map((values) => leftOf(values, rows.units, rows.years));
    const sum = (of: (i: number) => number): number => rows.x.reduce((total, _, i) => total + of(i), 0);
    expect(one?.estimate).toBeCloseTo(sum((i) => (x?.[i] ?? 0) * (y?.[i] ?? 0)) / sum((i) => (x?.[i] ?? 0) ** 2), 8);
  });

  it("is null where two years leave nothing, and leaves out rows without a value", () => {
    const rows = panel(0.5, 6);
    const two = rows.years.map((year, i) => (year > 2011 ? NaN : (rows.y[i] ?? NaN)));
    expect(ownTrend({...rows, x: rows.x.map((_, i) => (rows.years[i] ?? 0) - 2010)})).toBeNull();
    expect(ownTrend({...rows, y: two})?.n ?? 0).toBeLessThanOrEqual(40);
  });
});

/** Alternating projections, another way to the same residuals. */
function leftOf(values: readonly number[], units: readonly string[], years: readonly number[]): number[] {
  let left = [...values];
  const groups = (keys: readonly unknown[]): number[][] =>
    [...new Set(keys)].map((key) => keys.flatMap((one, i) => (one === key ? [i] : [])));
  const [byUnit, byYear] = [groups(units), groups(years)];
  for (let round = 0; round < 300; round += 1) {
    for (const rows of byYear) left = without(left, rows, () => 0);
    for (const rows of byUnit) left = without(left, rows, (i) => years[i] ?? 0);
  }
  return left;
}

function without(values: number[], rows: readonly number[], at: (i: number) => number): number[] {
  const [meanY, meanX] = [(i: number) => values[i] ?? 0, at].map(
    (of) => rows.reduce((sum, i) => sum + of(i), 0) / rows.length
  );
  const sxx = rows.reduce((sum, i) => sum + (at(i) - (meanX ?? 0)) ** 2, 0);
  const sxy = rows.reduce((sum, i) => sum + (at(i) - (meanX ?? 0)) * ((values[i] ?? 0) - (meanY ?? 0)), 0);
  const slope = sxx > 0 ? sxy / sxx : 0;
  const next = [...values];
  for (const i of rows) next[i] = (values[i] ?? 0) - (meanY ?? 0) - slope * (at(i) - (meanX ?? 0));
  return next;
}
