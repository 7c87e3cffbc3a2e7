import {describe, expect, it} from "vitest";
import type {Codes} from "../../../src/stats/formula/labelCodes.js";
import {demeaner} from "../../../src/stats/regression/demeaner.js";
import {ols} from "../../../src/stats/regression/ols.js";
import {wildBootstrap} from "../../../src/stats/regression/wildBootstrap.js";
import {wildPairs} from "../../../src/stats/regression/wildPairs.js";
import {wildTables} from "../../../src/stats/regression/wildTables.js";
import {random} from "../../../src/stats/random.js";
import {tableOf} from "../../validation/golden.js";

/** Frozen from R's plm on Grunfeld's data with 37 rows left out: golden/regression/unbalanced.R */
import frozen from "../../golden/regression/unbalanced.json" with {type: "json"};
import gaps from "../../golden/regression/gaps.json" with {type: "json"};

const grunfeld = tableOf("grunfeld.csv");
const unbalanced = Object.fromEntries(
  Object.entries(grunfeld).map(([name, column]) => [
    name,
    column.filter((_, row) => !frozen.left_out.includes(row + 1))
  ])
);
const panel = {unit: "firm", time: "year"};

describe("ols() on an unbalanced panel agrees with R's plm", () => {
  it.each(["random", "between"] as const)("%s", (model) => {
    const {terms} = ols("inv ~ value + capital", unbalanced, {...panel, model});
    terms.forEach(({estimate, se}, j) => {
      expect(estimate / frozen[model].b[j]! - 1).toBeCloseTo(0, 8);
      expect(se! / frozen[model].se[j]! - 1).toBeCloseTo(0, 8);
    });
  });

  it("Swamy and Arora's variances and Hausman's test", () => {
    const {fit} = ols("inv ~ value + capital", unbalanced, {...panel, model: "random"});
    expect(Number(fit.sigma2_idios) / frozen.sigma2[0]! - 1).toBeCloseTo(0, 9);
    expect(Number(fit.sigma2_id) / frozen.sigma2[1]! - 1).toBeCloseTo(0, 9);
    expect((fit.hausman as {chi2: number}).chi2 / frozen.hausman - 1).toBeCloseTo(0, 8);
  });

  it("differences are between successive periods only, those over gaps counted: they used to be among the rest", () => {
    const {n, dropped, terms} = ols("inv ~ value + capital", unbalanced, {...panel, model: "fd"});
    expect(n).toBe(gaps.n);
    expect(dropped).toEqual([
      {reason: "first row of its firm", n: 10},
      {reason: "no row in the period before", n: 24}
    ]);
    terms.forEach(({estimate, se}, j) => {
      expect(estimate / gaps.fd.b[j]! - 1).toBeCloseTo(0, 8);
      expect(se! / gaps.fd.se[j]! - 1).toBeCloseTo(0, 8);
    });
  });

  it("of a balanced panel, Mundlak's slopes are the within slopes", () => {
    const mundlak = ols("inv ~ value + capital", grunfeld, {...panel, model: "mundlak"}).terms;
    const within = ols("inv ~ value + capital | firm", grunfeld).terms;
    expect(mundlak[1]!.estimate).toBeCloseTo(within[0]!.estimate, 10);
    expect(mundlak[2]!.estimate).toBeCloseTo(within[1]!.estimate, 10);
  });
});

describe("fixed effects of an unbalanced panel", () => {
  it("are projected out exactly where plain projections are slow: no mean is left, and what was taken is orthogonal", () => {
    const {normal, uniform} = random(1);
    const worker: number[] = [];
    const firm: number[] = [];
    for (let person = 0; person < 600; person++)
      for (let t = 0; t < 4; t++) {
        worker.push(person);
        firm.push(Math.min(199, Math.floor(person / 3) + (uniform() < 0.1 ? 1 : 0)));
      }
    const effects = [
      {name: "worker", levels: 600, codes: Int32Array.from(worker)},
      {name: "firm", levels: 200, codes: Int32Array.from(firm)}
    ];
    const column = Float64Array.from(worker, (person) => normal() + person / 100);
    const weights = column.map(() => 0.5 + uniform());
    const third = {name: "shift", levels: 3, codes: Int32Array.from(worker, (_, row) => (row * 7) % 3)};
    for (const [weighting, all] of [
      [null, effects],
      [weights, effects],
      [null, [...effects, third]]
    ] as const) {
      const rest = demeaner(all, {weights: weighting})(column);
      for (const {levels, codes} of all) {
        const sums = new Float64Array(levels);
        codes.forEach((code, row) => (sums[code]! += (weighting ? weighting[row]! : 1) * rest[row]!));
        expect(Math.max(...sums.map(Math.abs))).toBeLessThan(1e-10);
      }
      const inner = rest.reduce(
        (sum, value, row) => sum + (weighting ? weighting[row]! : 1) * value * (column[row]! - value),
        0
      );
      expect(Math.abs(inner)).toBeLessThan(1e-8);
    }
  });
});

describe("fixed effects of more levels than are eliminated", () => {
  it("converge to rounding where movers are few, with two effects and three: it used to run off after ten digits", () => {
    const {normal, uniform, below} = random(2);
    const codes: Record<"worker" | "firm" | "year", number[]> = {worker: [], firm: [], year: []};
    for (let person = 0; person < 3000; person++) {
      let firm = below(800);
      for (let year = 0; year < 6; year++) {
        if (uniform() < 0.05) firm = below(800);
        codes.worker.push(person);
        codes.firm.push(firm);
        codes.year.push(year);
      }
    }
    const effect = (name: keyof typeof codes, levels: number): Codes => ({
      name,
      levels,
      codes: Int32Array.from(codes[name])
    });
    const two = [effect("worker", 3000), effect("firm", 800)];
    const noise = Float64Array.from(codes.worker, normal);
    const dummies = noise.map((_, row) => codes.worker[row]! / 500 - codes.firm[row]! / 70);
    for (const effects of [two, [...two, effect("year", 6)]]) {
      const demean = demeaner(effects);
      const rest = demean(noise);
      for (const {levels, codes: of} of effects) {
        const sums = new Float64Array(levels);
        of.forEach((code, row) => (sums[code]! += rest[row]!));
        expect(Math.max(...sums.map(Math.abs))).toBeLessThan(1e-10);
      }
      const both = demean(noise.map((value, row) => value + dummies[row]!));
      expect(Math.max(...both.map((value, row) => Math.abs(value - rest[row]!)))).toBeLessThan(1e-9);
    }
  });
});

describe("wildBootstrap(formula, table)", () => {
  const clustered = (seed: number, effect: number): Record<string, number[]> => {
    const {normal} = random(seed);
    const table: Record<string, number[]> = {y: [], x: [], g: []};
    for (let g = 0; g < 12; g++) {
      const [own, treated] = [normal(), g < 4 ? 1 : 0];
      for (let t = 0; t < 6; t++) {
        table.y!.push(own + effect * treated + normal());
        table.x!.push(treated);
        table.g!.push(g);
      }
    }
    return table;
  };

  it("draws the same statistics from tables as cluster by cluster", () => {
    const {normal, below} = random(4);
    const column = (): Float64Array => Float64Array.from({length: 24}, normal);
    const rows = [0, 1, 2].map(column);
    const scores = {own: column(), ownX: column(), loading: rows, part: rows.map(column), partX: rows.map(column)};
    for (const points of [
      [-1, 1],
      [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)]
    ]) {
      const [table, pairs] = [wildTables(scores, points), wildPairs(scores, points)];
      for (let draw = 0; draw < 50; draw++) {
        const digits = Uint8Array.from({length: 24}, () => below(points.length));
        const w = Float64Array.from(digits, (digit) => points[digit]!);
        const dot = (a: ArrayLike<number>): number => w.reduce((sum, weight, g) => sum + weight * a[g]!, 0);
        const taken = (part: readonly ArrayLike<number>[], g: number): number =>
          rows.reduce((sum, row, k) => sum + row[g]! * dot(part[k]!), 0);
        const s = w.map((weight, g) => weight * scores.own[g]! - taken(scores.part, g));
        const sX = w.map((weight, g) => weight * scores.ownX[g]! - taken(scores.partX, g));
        const [found, paired] = [new Float64Array(5), new Float64Array(5)];
        expect(table(digits, found, 0) && pairs(digits, paired, 0)).toBe(true);
        const direct = [dot(scores.own), dot(scores.ownX), product(s, s), product(s, sX), product(sX, sX)];
        for (const values of [found, paired]) direct.forEach((value, k) => expect(values[k]).toBeCloseTo(value, 9));
      }
    }
  });

  it("holds its size with a dozen clusters, a third of them treated", () => {
    const refused = Array.from({length: 200}, (_, seed) =>
      wildBootstrap("y ~ x", clustered(seed + 1, 0), {cluster: "g", term: "x", draws: 399}).fit.p <= 0.05 ? 1 : 0
    ).reduce((sum: number, one) => sum + one, 0);
    expect(refused).toBeGreaterThanOrEqual(2);
    expect(refused).toBeLessThanOrEqual(20);
  });

  it("its interval holds what its test does not refuse", () => {
    const table = clustered(3, 2);
    const {low, high} = wildBootstrap("y ~ x", table, {cluster: "g", term: "x"}).fit;
    const at = (value: number): number =>
      wildBootstrap(
        "y ~ x",
        {...table, y: table.y!.map((y, row) => y - value * table.x![row]!)},
        {cluster: "g", term: "x"}
      ).fit.p;
    expect(at(low! - 0.02)).toBeLessThanOrEqual(0.05);
    expect(at(low! + 0.02)).toBeGreaterThan(0.05);
    expect(at(high! + 0.02)).toBeLessThanOrEqual(0.05);
  });

  it("refuses one cluster and an unknown term", () => {
    const table = clustered(1, 0);
    expect(() => wildBootstrap("y ~ x", {...table, g: table.g!.map(() => 1)}, {cluster: "g", term: "x"})).toThrow(
      /one cluster in g/
    );
    expect(() => wildBootstrap("y ~ x", table, {cluster: "g", term: "z"})).toThrow(/unknown term: z; there are/);
  });
});

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, g) => sum + value * b[g]!, 0);
}
