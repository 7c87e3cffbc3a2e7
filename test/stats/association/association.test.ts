import {describe, expect, it} from "vitest";
import {correlateSeries} from "../../../src/stats/association/correlateSeries.js";
import {effectiveN} from "../../../src/stats/association/effectiveN.js";
import {kendall} from "../../../src/stats/association/kendall.js";
import {mannKendall} from "../../../src/stats/association/mannKendall.js";
import {partialCorrelation} from "../../../src/stats/association/partialCorrelation.js";
import {pearson} from "../../../src/stats/association/pearson.js";
import {repeatedCorrelation} from "../../../src/stats/association/repeatedCorrelation.js";
import {spearman} from "../../../src/stats/association/spearman.js";
import {theilSen} from "../../../src/stats/association/theilSen.js";
import {weightedPearson} from "../../../src/stats/association/weightedPearson.js";
import {random} from "../../../src/stats/random.js";
import {column, golden, numbers, target} from "../golden.js";
import {relativeError} from "../relativeError.js";

interface Case {
  x: number[];
  y: number[];
  z: number[];
  w: number[];
  pearson: {r: number; t: number; p: number; low: number; high: number};
  spearman: {rho: number; S: number; p: number};
  kendall: {tau: number; p: number; z_cc: number; p_cc: number};
  partial: number;
  weighted: number;
}

describe("association", () => {
  for (const [id, file, names] of [
    ["T01", "tuna9.csv", ["x", "y", "i"]],
    ["T02", "longley9a.csv", ["GNP", "Employed", "year"]]
  ] as const) {
    it(`${id}: every association of nine points to 1e-10`, () => {
      const x = numbers(file, names[0]);
      const y = numbers(file, names[1]);
      const time = x.map((_, i) => i);
      const values = target(id);
      const linear = pearson(x, y).terms[0]!;
      const rank = spearman(x, y).terms[0]!;
      const tau = kendall(x, y).terms[0]!;
      const detrended = correlateSeries(x, y, time).terms[0]!;
      const differenced = correlateSeries(x, y, time, {transform: "difference"}).terms[0]!;
      const n = effectiveN(x, y);
      const trend = mannKendall(y, time);
      const found: Record<string, number | null> = {
        r: linear.estimate,
        p_t: linear.p,
        spearman: rank.estimate,
        spearman_p: rank.p,
        kendall_tau_b: tau.estimate,
        kendall_p: tau.p,
        detrended_r: detrended.estimate,
        detrended_p: detrended.p,
        fd_r: differenced.estimate,
        fd_p_df6: differenced.p,
        acf1_x: n.autocorrelation_x,
        acf1_y: n.autocorrelation_y,
        n_eff: n.effective,
        mk_S_y: trend.fit.S,
        mk_var: trend.fit.variance,
        mk_Z_cc: trend.fit.z,
        mk_exact_p_y: trend.fit.p_exact,
        sen_slope_y: theilSen(y, time).fit.slope
      };
      for (const [name, value] of Object.entries(found)) {
        expect([name, relativeError(value, values[name]!) < 1e-10]).toEqual([name, true]);
      }
    });
  }

  it("C01: repeated-measures correlation to 1e-9", () => {
    const file = "bland1995.csv";
    const {terms, fit} = repeatedCorrelation(numbers(file, "PaCO2"), numbers(file, "pH"), column(file, "Subject"));
    const {estimate, df, p, low, high} = terms[0]!;
    const found: Record<string, number | null> = {
      r: estimate,
      df,
      p,
      ci_lo: low,
      ci_hi: high,
      slope: fit.slope,
      F: fit.F,
      pooled_r: fit.pooled_r
    };
    for (const [name, value] of Object.entries(target("C01"))) {
      expect([name, relativeError(found[name], value) < 1e-9]).toEqual([name, true]);
    }
  });

  it("pearson, spearman, kendall, partial and weighted agree with R, with and without ties", () => {
    for (const frozen of golden<Case[]>("association/association.json")) {
      const {x, y, z, w} = frozen;
      const linear = pearson(x, y, {level: 0.9}).terms[0]!;
      const rank = spearman(x, y).terms[0]!;
      const tau = kendall(x, y).terms[0]!;
      const corrected = kendall(x, y, {p: "normal", continuity: true}).terms[0]!;
      const pairs: [string, number | null, number][] = [
        ["r", linear.estimate, frozen.pearson.r],
        ["t", linear.statistic, frozen.pearson.t],
        ["p", linear.p, frozen.pearson.p],
        ["low", linear.low, frozen.pearson.low],
        ["high", linear.high, frozen.pearson.high],
        ["rho", rank.estimate, frozen.spearman.rho],
        ["rho p", rank.p, frozen.spearman.p],
        ["tau", tau.estimate, frozen.kendall.tau],
        ["tau p", tau.p, frozen.kendall.p],
        ["z", corrected.statistic, frozen.kendall.z_cc],
        ["z p", corrected.p, frozen.kendall.p_cc],
        ["partial", partialCorrelation(x, y, {z, w}).terms[0]!.estimate, frozen.partial],
        ["weighted", weightedPearson(x, y, w).terms[0]!.estimate, frozen.weighted]
      ];
      for (const [name, value, reference] of pairs) {
        expect([x.length, name, relativeError(value, reference) < 1e-9]).toEqual([x.length, name, true]);
      }
    }
  });

  it("rows reordered, rescaled and shifted by 1e9 leave every correlation as it was", () => {
    const {normal, below} = random(3);
    const x = Array.from({length: 40}, normal);
    const y = x.map((value) => value / 2 + normal());
    const order = x.map((_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const moved = order.map((i) => x[i]! * 2 ** 20 + 2 ** 30);
    const paired = order.map((i) => y[i]!);
    for (const estimate of [pearson, spearman, kendall]) {
      const before = estimate(x, y).terms[0]!;
      const after = estimate(moved, paired).terms[0]!;
      expect(after.estimate).toBeCloseTo(before.estimate, 12);
      expect(after.p).toBeCloseTo(before.p!, 12);
    }
  });

  it("missing values are dropped and counted by column", () => {
    const result = pearson([1, 2, null, 4, 7, 5], [2, null, 3, 9, 8, 8]);
    expect(result.n).toBe(4);
    expect(result.dropped).toEqual([
      {reason: "missing y", n: 1},
      {reason: "missing x", n: 1}
    ]);
  });

  it("a perfect correlation has p 0 and no statistic, and says why", () => {
    const {terms, warnings} = pearson([1, 2, 3, 4], [2, 4, 6, 8]);
    expect(terms[0]).toMatchObject({estimate: 1, statistic: null, p: 0, low: 1, high: 1});
    expect(warnings).toContain("the correlation is perfect, so that its t statistic is infinite");
  });

  it("bad input is refused with argument, value and remedy", () => {
    const x = [1, 2, 3, 4, 6];
    const y = [3, 1, 4, 1, 5];
    const table: [() => unknown, string][] = [
      [() => pearson(x, [1, 1, 1, 1, 1]), "invalid y; constant, so that no correlation is defined: 1; choose"],
      [() => pearson(x, [0.1, 0.1, 0.1, 0.1, 0.1]), "invalid y; constant"],
      [() => pearson([1, 2], [2, 1]), "not identified: 2 complete pairs; a correlation takes 3 or more"],
      [() => pearson(x, [1, 2, NaN, 4, 5]), "invalid y; not a finite number in row 3: NaN; use null for missing"],
      [() => pearson(x, [1, 2]), "invalid y; length 2 differs from that of x: 5; pair the columns"],
      [() => pearson(x, y, {level: 1.2}), "invalid level; not in (0, 1): 1.2"],
      [
        () => partialCorrelation(x, y, {a: [1, 2, 3, 5, 8], b: [1, 2, 3, 5, 8]}),
        "control b is constant or a combination"
      ],
      [() => partialCorrelation(x, y, {a: [1, 2, 3, 4, 6]}), "the controls explain x entirely"],
      [() => weightedPearson(x, y, [1, 1, -1, 1, 1]), "invalid weights; negative: -1"],
      [() => spearman(x, y, {p: "exact"}), "invalid p; exact takes ranks without ties"],
      [() => repeatedCorrelation(x, y, ["a", "b", "c", "d", "e"]), "subjects need repeated rows"],
      [() => correlateSeries(x, y, [1, 1, 2, 3, 4]), "invalid time; repeated: 1; give one row a period"]
    ];
    for (const [attempt, message] of table) expect(attempt).toThrow(message);
  });
});
