import {describe, expect, it} from "vitest";
import {bootstrap} from "../../../src/stats/resampling/bootstrap.js";
import {coefficientOf} from "../../../src/stats/resampling/coefficientOf.js";
import {correlationOf} from "../../../src/stats/resampling/correlationOf.js";
import {meanOf} from "../../../src/stats/resampling/meanOf.js";
import {permuteCorrelation} from "../../../src/stats/resampling/permuteCorrelation.js";
import {permuteSigns} from "../../../src/stats/resampling/permuteSigns.js";
import {permuteStatistic} from "../../../src/stats/resampling/permuteStatistic.js";
import {permuteTwoSamples} from "../../../src/stats/resampling/permuteTwoSamples.js";
import {permuteWithinStrata} from "../../../src/stats/resampling/permuteWithinStrata.js";
import {pearson} from "../../../src/stats/association/pearson.js";
import {modelFrame} from "../../../src/stats/formula/modelFrame.js";
import {random} from "../../../src/stats/random.js";
import {disagreements} from "../disagreements.js";
import {column, numbers, target} from "../golden.js";

describe("permutation tests", () => {
  it("R01: Darwin's maize, 863 of 32,768 sign vectors", () => {
    const cross = numbers("zeamays.csv", "cross");
    const self = numbers("zeamays.csv", "self");
    const {fit} = permuteSigns(
      cross.map((value, i) => value - self[i]!),
      {statistic: "sum"}
    );
    const found = {
      sum_eighths: 8 * fit.observed,
      one_sided_count: fit.count,
      one_sided_p: fit.p_greater,
      two_sided_p: fit.p_two,
      n_equal: fit.equal
    };
    expect(fit.total).toBe(32_768);
    expect(disagreements(found, target("R01"), 0)).toEqual([]);
  });

  it("R04: nitrogen and potassium within six blocks of four, 46,656 assignments", () => {
    const outcome = numbers("npk.csv", "yield");
    const blocks = column("npk.csv", "block");
    const N = permuteWithinStrata(numbers("npk.csv", "N"), outcome, blocks).fit;
    const K = permuteWithinStrata(numbers("npk.csv", "K"), outcome, blocks).fit;
    const found = {
      n_assign: N.total,
      N_ge_count: N.count,
      N_p_upper: N.p_greater,
      N_p_two: N.p_two,
      K_p_upper: K.p_greater,
      K_p_two: K.p_two
    };
    expect(disagreements(found, target("R04"), 1e-13)).toEqual([]);
    const drawn = permuteWithinStrata(numbers("npk.csv", "N"), outcome, blocks, {exact: false, draws: 20_000}).fit;
    expect(Math.abs(drawn.p_two - N.p_two)).toBeLessThan(3 * Math.sqrt(N.p_two / 20_000));
  });

  it("R06: sign flips of Student's sleep data, one difference 0", () => {
    const extra = numbers("sleep.csv", "extra");
    const {fit} = permuteSigns(extra.slice(0, 10).map((value, i) => value - extra[i + 10]!));
    expect(disagreements({flip_two_p: fit.p_two}, target("R06"), 1e-13)).toEqual([]);
  });

  for (const [id, file, x, y] of [
    ["T01", "tuna9.csv", "x", "y"],
    ["T02", "longley9a.csv", "GNP", "Employed"]
  ] as const) {
    it(`${id}: all 9! pairings`, () => {
      const exact = permuteCorrelation(numbers(file, x), numbers(file, y)).fit;
      expect(exact.total).toBe(362_880);
      expect(disagreements({p_exact_perm: exact.p_two}, target(id), 1e-12)).toEqual([]);
    });
  }

  it("two samples of 3 and 9, fully separated: 1 of 220, not 0", () => {
    const {fit} = permuteTwoSamples([10, 11, 12], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([fit.count, fit.total, fit.p_greater]).toEqual([1, 220, 1 / 220]);
  });

  it("counting and complete enumeration agree, on a lattice with ties and off it", () => {
    const {normal} = random(8);
    for (const digits of [0, 1, 9]) {
      const y = Array.from({length: 8}, () => Number(normal().toFixed(digits)));
      const treated = [1, 1, 1, 0, 0, 0, 0, 0];
      const counted = permuteWithinStrata(treated, y).fit;
      const listed = permuteStatistic(y, (values) => values[0]! + values[1]! + values[2]!).fit;
      expect(disagreements({...pick(counted)}, {...pick(listed)}, 1e-12)).toEqual([]);
    }
  });

  it("values off a lattice are drawn at once where their sums are too many to count", () => {
    const {normal} = random(12);
    const y = Array.from({length: 60}, normal);
    const start = performance.now();
    expect(permuteTwoSamples(y.slice(0, 30), y.slice(30), {draws: 999}).fit.exact).toBe(false);
    expect(permuteSigns(y, {draws: 999}).fit.exact).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
    expect(permuteSigns(y.slice(0, 15)).fit.total).toBe(32_768);
  });

  it("drawn correlations agree with counted ones within three standard errors; ranks and scale don't matter", () => {
    const x = [1, 4, 2, 8, 5, 7, 3, 9, 6];
    const y = [2, 3, 1, 6, 9, 5, 4, 8, 7];
    const exact = permuteCorrelation(x, y).fit.p_two;
    const drawn = permuteCorrelation(x, y, {exact: false, draws: 20_000, seed: 4}).fit;
    expect(Math.abs(drawn.p_two - exact)).toBeLessThan(3 * Math.sqrt(exact / 20_000) + 1e-4);
    expect(
      permuteCorrelation(
        x.map((value) => 1e6 * value + 1e9),
        y
      ).fit.p_two
    ).toBe(exact);
    expect(permuteCorrelation(x, y, {of: "ranks"}).fit.p_two).toBe(exact);
  });

  it("bad input is refused with argument, value and remedy", () => {
    const table: [() => unknown, string][] = [
      [() => permuteWithinStrata([1, 1], [2, 3]), "not identified: 2 of 2 rows treated"],
      [
        () => permuteWithinStrata([1, 0], [2, 3], ["a", "b"]),
        "no stratum has both treated and control rows; use coarser strata"
      ],
      [() => permuteWithinStrata([2, 0], [2, 3]), "invalid treated; neither 0 nor 1: 2"],
      [() => permuteCorrelation([1, 2, 3], [1, 1, 1]), "invalid y; constant"],
      [
        () =>
          permuteCorrelation(
            Array.from({length: 20}, (_, i) => i),
            Array.from({length: 20}, (_, i) => i * i),
            {exact: true}
          ),
        "invalid exact; 20 pairs"
      ],
      [() => permuteSigns([1, 2], {exact: false, draws: 0}), "invalid draws; not a whole number above 0: 0"],
      [() => permuteSigns([]), "invalid differences; no complete pair"]
    ];
    for (const [attempt, message] of table) expect(attempt).toThrow(message);
  });
});

function pick({count, count_two, total}: {count: number; count_two: number; total: number}): Record<string, number> {
  return {upper: count / total, two: count_two / total};
}

describe("bootstrap(n, statistic)", () => {
  const x = Float64Array.from(numbers("law15.csv", "LSAT"));
  const y = Float64Array.from(numbers("law15.csv", "GPA"));

  it("B01: Efron's law schools", () => {
    const values = target("B01");
    const {fit} = bootstrap(15, correlationOf(x, y), {draws: 50_000});
    const term = pearson(x, y).terms[0]!;
    expect(disagreements({r: fit.estimate, jack_se: fit.jackknife_se, accel: fit.accel}, values, 1e-9)).toEqual([]);
    expect(disagreements({fisher_lo: term.low, fisher_hi: term.high}, values, 1e-9)).toEqual([]);
    expect(Math.abs(fit.low! - values.bca_lo!)).toBeLessThan(0.012);
    expect(Math.abs(fit.high! - values.bca_hi!)).toBeLessThan(0.004);
    expect(Math.abs(fit.z0! - values.z0_mc!)).toBeLessThan(0.02);
    expect(Math.abs(fit.se - values.boot_se_mc!)).toBeLessThan(0.002);
    const percentile = bootstrap(15, correlationOf(x, y), {kind: "percentile", draws: 50_000}).fit;
    expect(Math.abs(percentile.low! - values.perc_lo!)).toBeLessThan(0.012);
    expect(Math.abs(percentile.high! - values.perc_hi!)).toBeLessThan(0.004);
  });

  it("basic reflects percentile; student's interval of a mean is wider than percentile's", () => {
    const of = meanOf(y);
    const percentile = bootstrap(15, of, {kind: "percentile", draws: 4000}).fit;
    const basic = bootstrap(15, of, {kind: "basic", draws: 4000}).fit;
    const student = bootstrap(15, of, {kind: "student", draws: 2000}).fit;
    expect(basic.low! + percentile.high!).toBeCloseTo(2 * basic.estimate, 12);
    expect(student.high! - student.low!).toBeGreaterThan(percentile.high! - percentile.low!);
  });

  it("clusters that repeat each row leave the interval as it was; blocks keep a series' dependence", () => {
    const doubled = Float64Array.from({length: 30}, (_, i) => y[i >> 1]!);
    const cluster = Array.from({length: 30}, (_, i) => i >> 1);
    const single = bootstrap(15, meanOf(y), {draws: 2000}).fit;
    const paired = bootstrap(30, meanOf(doubled), {draws: 2000, cluster}).fit;
    expect(paired.low).toBeCloseTo(single.low!, 12);
    const {normal} = random(2);
    let level = 0;
    const series = Float64Array.from({length: 200}, () => (level = 0.8 * level + normal()));
    const rows = bootstrap(200, meanOf(series), {kind: "percentile", draws: 1000}).fit.se;
    const blocks = bootstrap(200, meanOf(series), {kind: "percentile", draws: 1000, block: 15}).fit.se;
    expect(blocks / rows).toBeGreaterThan(1.7);
  });

  it("a formula's term is the same with fixed effects after the bar as with their dummies", () => {
    const {normal} = random(8);
    const table = {
      g: Array.from({length: 24}, (_, i) => `g${i % 3}`),
      x: Array.from({length: 24}, (_, i) => normal() + (i % 3)),
      y: Array.from({length: 24}, normal)
    };
    const [bar, dummies] = ["y ~ x | g", "y ~ x + g"].map((formula) =>
      bootstrap(24, coefficientOf(modelFrame(formula, table), "x"), {draws: 300})
    );
    expect(disagreements({...bar!.fit}, {...dummies!.fit}, 1e-9)).toEqual([]);
  });

  it("the same seed gives the same interval, another seed another", () => {
    const take = (seed: number): number | null => bootstrap(15, meanOf(y), {seed, draws: 500}).fit.low;
    expect(take(1)).toBe(take(1));
    expect(take(1)).not.toBe(take(2));
  });

  it("what is undefined is null with its reason, or refused", () => {
    const {fit, warnings} = bootstrap(5, meanOf(Float64Array.of(2, 2, 2, 2, 2)), {draws: 100});
    expect([fit.low, fit.high, fit.accel]).toEqual([null, null, null]);
    expect(warnings.at(-1)).toMatch("no bca interval");
    const table: [() => unknown, string][] = [
      [() => bootstrap(1, () => 1), "not identified: 1 row"],
      [() => bootstrap(4, () => NaN), "invalid statistic; not finite on all rows: NaN"],
      [() => bootstrap(4, () => 1, {cluster: ["a", "a", "a", "a"]}), "not identified: 1 cluster"],
      [() => bootstrap(4, () => 1, {block: 9, kind: "basic"}), "invalid block; not a whole number from 1 to 3: 9"],
      [() => bootstrap(4, () => 1, {level: 95}), "invalid level; not in (0, 1): 95"]
    ];
    for (const [attempt, message] of table) expect(attempt).toThrow(message);
  });
});
