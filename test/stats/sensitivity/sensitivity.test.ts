import {describe, expect, it} from "vitest";
import {adjust} from "../../../src/stats/adjustment/adjust.js";
import {power} from "../../../src/stats/power/power.js";
import {benchmarkBound} from "../../../src/stats/sensitivity/benchmarkBound.js";
import {confounding} from "../../../src/stats/sensitivity/confounding.js";
import {eValue} from "../../../src/stats/sensitivity/eValue.js";
import {regressionToMean} from "../../../src/stats/sensitivity/regressionToMean.js";
import {robustnessValue} from "../../../src/stats/sensitivity/robustnessValue.js";
import {disagreements} from "../disagreements.js";
import {column, golden, numbers, target} from "../golden.js";
import {relativeError} from "../relativeError.js";

const list = (values: readonly (number | null)[]): Record<string, number | null> =>
  Object.fromEntries(values.entries());

describe("adjust(p, method)", () => {
  const p = golden<number[] | {p: number[]}>("data/bh1995_p.json");
  const values = golden<{values: Record<string, number[]>}>("targets/F01.json").values;
  const given = Array.isArray(p) ? p : p.p;

  it("F01: Benjamini and Hochberg's fifteen to 1e-12, in any order, nulls kept", () => {
    for (const [name, method] of [
      ["bonferroni", "bonferroni"],
      ["holm", "holm"],
      ["hochberg", "hochberg"],
      ["hommel", "hommel"],
      ["BH", "bh"],
      ["BY", "by"]
    ] as const) {
      expect(disagreements(list(adjust(given, method)), list(values[name]!), 1e-12)).toEqual([]);
      const turned = adjust([...given.toReversed(), null], method);
      expect(turned.at(-1)).toBeNull();
      expect(turned.slice(0, -1).toReversed()).toEqual(adjust(given, method));
    }
  });

  it("an impossible p is refused", () => {
    expect(() => adjust([0.1, 1.2], "holm")).toThrow("invalid p; not in [0, 1]: 1.2; use null for a test not done");
    expect(adjust([], "bh")).toEqual([]);
  });
});

describe("sensitivity", () => {
  it("S01: robustness value of the Darfur study to 1e-9, from its t and df", () => {
    const {values} = golden<{values: Record<string, number>}>("targets/S01.json");
    const found = robustnessValue(values.t!, values.dof!);
    const named = {rv_q: found.rv, rv_qa: found.rv_alpha, "r2yd.x": found.partial_r2};
    expect(disagreements(named, values, 1e-9)).toEqual([]);
  });

  it("S01: a bound follows from the benchmark's two partial R^2", () => {
    const {values} = golden<{values: Record<string, number>}>("targets/S01.json");
    const r2dz = values["bound1.r2dz.x"]!;
    const treatment = r2dz / (1 + r2dz);
    const shared = (treatment * r2dz) / (1 - treatment);
    const scaled = (values["bound1.r2yz.dx"]! * (1 - shared)) / (1 + Math.sqrt(shared)) ** 2;
    const benchmark = {
      estimate: values.estimate!,
      se: values.se!,
      df: values.dof!,
      treatment_r2: treatment,
      outcome_r2: scaled / (1 + scaled)
    };
    for (const multiple of [1, 2, 3]) {
      const bound = benchmarkBound(benchmark, {multiple});
      const named = Object.fromEntries(
        Object.entries({
          "r2dz.x": bound.r2dz,
          "r2yz.dx": bound.r2yz,
          est: bound.estimate,
          se: bound.se,
          t: bound.t,
          lo: bound.low,
          hi: bound.high
        }).map(([name, value]) => [`bound${multiple}.${name}`, value])
      );
      expect(disagreements(named, values, 1e-7)).toEqual([]);
    }
    expect(() => benchmarkBound(benchmark, {multiple: 1000})).toThrow("would explain all of the treatment; lower it");
  });

  it("S01: the whole of it from the Darfur study's rows, 486 village constants, to 1e-7", () => {
    const read = (name: string): number[] => numbers("darfur.csv", name);
    const names = ["age", "farmer_dar", "herder_dar", "pastvoted", "hhsize_darfur", "female"];
    const {terms, fit} = confounding(
      read("peacefactor"),
      read("directlyharmed"),
      Object.fromEntries(names.map((name) => [name, read(name)])),
      {
        absorb: column("darfur.csv", "village"),
        benchmark: "female"
      }
    );
    const {values} = golden<{values: Record<string, number>}>("targets/S01.json");
    const {estimate, se, statistic: t, df: dof} = terms[0]!;
    expect(
      disagreements({estimate, se, t, dof, rv_q: fit.rv, rv_qa: fit.rv_alpha, "r2yd.x": fit.partial_r2}, values, 1e-7)
    ).toEqual([]);
    for (const bound of fit.bounds) {
      const named = Object.entries({
        "r2dz.x": bound.r2dz,
        "r2yz.dx": bound.r2yz,
        est: bound.estimate,
        se: bound.se,
        t: bound.t,
        lo: bound.low,
        hi: bound.high
      });
      expect(
        disagreements(
          Object.fromEntries(named.map(([name, value]) => [`bound${bound.multiple}.${name}`, value])),
          values,
          1e-7
        )
      ).toEqual([]);
    }
    expect(() => confounding([1, 2, 3, 4, 5, 7], [1, 2, 3, 4, 5, 6], {a: [1, 2, 3, 4, 5, 6]})).toThrow(
      "the treatment is constant or a combination of the covariates"
    );
    expect(() => confounding([1, 2], [1, 0], {}, {benchmark: "a"})).toThrow(
      "invalid benchmark; not among the covariates: a"
    );
  });

  it("S03: E-values of breastfeeding to 1e-10; an interval over 1 gives 1; ratios below 1 mirror", () => {
    const found = eValue(3.9, {low: 1.8, high: 8.7});
    expect(disagreements({e_point: found.point, e_ci: found.interval}, target("S03"), 1e-10)).toEqual([]);
    expect(eValue(1 / 3.9, {low: 1 / 8.7, high: 1 / 1.8}).point).toBeCloseTo(found.point, 12);
    expect(eValue(1.5, {low: 0.9, high: 2}).interval).toBe(1);
    expect(() => eValue(-1)).toThrow("invalid ratio; not a ratio above 0: -1");
  });

  it("G01: regression to the mean by reliability to 1e-9", () => {
    const expected = golden<{values: {rtm: number[]}}>("targets/G01.json").values.rtm;
    const found = expected.map((_, k) =>
      regressionToMean({mean: 60, sd: 15, reliability: k / 10, cutoff: 40, side: "below"})
    );
    expect(disagreements(list(found), list(expected), 1e-9)).toEqual([]);
    const design = {mean: 0, sd: 1, reliability: 0.5, cutoff: 1, side: "above"} as const;
    expect(regressionToMean(design)).toBeLessThan(0);
    expect(Math.abs(regressionToMean({...design, measures: 4}))).toBeLessThan(Math.abs(regressionToMean(design)));
    expect(() => regressionToMean({...design, reliability: 2})).toThrow("invalid reliability; not in [0, 1]: 2");
  });
});

describe("power(design)", () => {
  it("W01: R's power functions to 1e-7", () => {
    const alpha = 0.05;
    const found = {
      t_power: power({kind: "t", n: 20, effect: 1, alpha}).power,
      t_n: power({kind: "t", effect: 1, power: 0.9, alpha}).n,
      t_mde: power({kind: "t", n: 50, power: 0.8, alpha}).effect,
      paired_power: power({kind: "paired", n: 25, effect: 0.5, alpha}).power,
      r_power_n9_r5: power({kind: "correlation", n: 9, effect: 0.5, alpha}).power,
      r_mde_n9: power({kind: "correlation", n: 9, power: 0.8, alpha}).effect,
      r_power_50_3: power({kind: "correlation", n: 50, effect: 0.3, alpha}).power,
      prop: power({kind: "proportions", n: 50, baseline: 0.5, effect: 0.75, alpha}).power,
      anova_n: power({kind: "anova", groups: 4, effect: Math.sqrt((1 / 3) * (3 / 4)), power: 0.8, alpha}).n
    };
    expect(disagreements(found, target("W01"), 1e-6)).toEqual([]);
  });

  it("each part is found again from the others", () => {
    const designs = [
      {kind: "t", n: 17, effect: 0.7, alpha: 0.05},
      {kind: "paired", n: 9, effect: 0.9, alpha: 0.01},
      {kind: "correlation", n: 30, effect: 0.4, alpha: 0.05},
      {kind: "proportions", n: 80, baseline: 0.2, effect: 0.35, alpha: 0.05},
      {kind: "anova", n: 12, groups: 3, effect: 0.4, alpha: 0.05},
      {kind: "cluster", n: 10, effect: 0.5, alpha: 0.05, size: 12, icc: 0.1}
    ] as const;
    const errors = designs.flatMap((design) => {
      const {power: value} = power(design);
      return (["n", "effect", "alpha"] as const).map((name) =>
        relativeError(power({...design, power: value, [name]: undefined})[name], design[name])
      );
    });
    expect(Math.max(...errors)).toBeLessThan(1e-9);
  });

  it("bad designs are refused with argument, value and remedy", () => {
    const table: [() => unknown, string][] = [
      [() => power({kind: "t", n: 20, alpha: 0.05}), "leave out one of n, effect, power, alpha, not effect, power"],
      [() => power({kind: "t", n: 20, effect: 1, power: 0.8, alpha: 0.05}), "not none"],
      [() => power({kind: "t", n: 1, effect: 1, alpha: 0.05}), "invalid n; not above 1: 1"],
      [() => power({kind: "anova", n: 5, effect: 1, alpha: 0.05}), "invalid groups; missing for kind anova; give it"],
      [() => power({kind: "correlation", n: 9, effect: 1.5, alpha: 0.05}), "invalid effect; not in (-1, 1): 1.5"]
    ];
    for (const [attempt, message] of table) expect(attempt).toThrow(message);
  });
});
