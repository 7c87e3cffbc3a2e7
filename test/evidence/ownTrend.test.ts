import {describe, expect, it} from "vitest";
import {ownTrend} from "../../src/evidence/panel/ownTrend.js";
import {ols} from "../../src/stats/regression/ols.js";
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

  it("is what least squares gives with a column for each line: estimate, error and df", () => {
    for (const [seed, seen] of [
      [7, () => true],
      // later comers, some of two years or of one
      [8, (unit: number, year: number) => year >= 2010 + ((unit * 7) % 11)],
      [9, (unit: number, year: number) => year < 2012 + (unit % 8)]
    ] as const) {
      const whole = panel(0.5, seed);
      const rows = whole.units.flatMap((unit, i) => (seen(Number(unit.slice(1)), whole.years[i] ?? 0) ? [i] : []));
      const at = <T>(values: readonly T[]): T[] => rows.map((i) => values[i]!);
      const of = {units: at(whole.units), years: at(whole.years), x: at(whole.x), y: at(whole.y)};
      const controls = {size: of.years.map((year, i) => Math.sin(3 * i) + (year % 3))};
      const one = ownTrend({...of, controls});
      const other = withColumns({...of, ...controls});
      expect(one?.n).toBe(other.n);
      for (const name of ["estimate", "se", "df", "low"] as const)
        expect(one?.terms.find(({term}) => term === "x")?.[name]).toBeCloseTo(other.x?.[name] ?? NaN, 9);
    }
  });

  it("is null where two years leave nothing, and leaves out rows without a value", () => {
    const rows = panel(0.5, 6);
    const two = rows.years.map((year, i) => (year > 2011 ? NaN : (rows.y[i] ?? NaN)));
    expect(ownTrend({...rows, x: rows.x.map((_, i) => (rows.years[i] ?? 0) - 2010)})).toBeNull();
    expect(ownTrend({...rows, y: two})?.n ?? 0).toBeLessThanOrEqual(40);
  });
});

/** Every line but the first unit's as a term of its own. */
function withColumns({units, years, ...columns}: Omit<ReturnType<typeof panel>, "x"> & Record<string, unknown>) {
  const held = new Map(units.map((unit) => [unit, units.filter((one) => one === unit).length]));
  const [, ...others] = [...held].flatMap(([unit, n]) => (n > 2 ? [unit] : []));
  const lines = others.map((name) => units.map((unit, i) => (unit === name ? (years[i] ?? 0) - 2015 : 0)));
  const table = {
    ...(columns as Record<string, number[]>),
    ...Object.fromEntries(lines.map((line, i) => [`l${i}`, line]))
  };
  const {n, terms} = ols(
    `y ~ x + size + ${lines.map((_, i) => `l${i}`).join(" + ")} | unit + year`,
    {...table, unit: units, year: years.map(String)},
    {cluster: "unit", about: "x"}
  );
  return {n, x: terms.find(({term}) => term === "x")};
}

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
