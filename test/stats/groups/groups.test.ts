import {describe, expect, it} from "vitest";
import {anova} from "../../../src/stats/groups/anova.js";
import {groupAgreement} from "../../../src/stats/groups/groupAgreement.js";
import {icc} from "../../../src/stats/groups/icc.js";
import {tTest} from "../../../src/stats/groups/tTest.js";
import {disagreements} from "../disagreements.js";
import {answers, column, golden, numbers, target} from "../golden.js";
import {relativeError} from "../relativeError.js";

describe("groups", () => {
  for (const [id, file, digits] of [
    ["A02", "nist_sirstv.csv", 12.0],
    ["A03", "nist_smls01.csv", 12.0],
    ["A04", "nist_smls02.csv", 12.0],
    ["A05", "nist_smls03.csv", 12.0],
    ["A06", "nist_smls04.csv", 9.9],
    ["A07", "nist_smls05.csv", 9.7],
    ["A08", "nist_smls06.csv", 9.7],
    ["A09", "nist_smls07.csv", 3.9],
    ["A10", "nist_smls08.csv", 3.7]
  ] as const) {
    it(`${id}: anova has NIST's F to ${digits} digits`, () => {
      const {fit} = anova(numbers(file, "y"), column(file, "treatment"));
      const values = target(id);
      expect(-Math.log10(relativeError(fit.F, values.F!))).toBeGreaterThanOrEqual(digits);
      expect([fit.df_between, fit.df_within]).toEqual([values.df_between, values.df_within]);
      expect(disagreements({r_squared: fit.r2, residual_sd: fit.sigma}, values, 10 ** (0.3 - digits))).toEqual([]);
    });
  }

  it("Q05: the six Shrout-Fleiss correlations to 1e-8", () => {
    const judges = ["J1", "J2", "J3", "J4"].map((name) => numbers("shrout_fleiss.csv", name));
    const {terms} = icc(judges[0]!.map((_, i) => judges.map((judge) => judge[i]!)));
    const found = terms.flatMap(({term, estimate, statistic, low, high}): [string, number | null][] => [
      [`icc.${term}`, estimate],
      [`F.${term}`, statistic],
      [`lo.${term}`, low],
      [`hi.${term}`, high]
    ]);
    expect(disagreements(Object.fromEntries(found), target("Q05"), 1e-8)).toEqual([]);
  });

  it("icc() of judges who differ by a constant is 1 for consistency, less for agreement, without F or interval", () => {
    const {terms, warnings} = icc([1, 2, 4, 3].map((value) => [value, value + 1]));
    const by = Object.fromEntries(terms.map((term) => [term.term, term]));
    expect([by.ICC3!.estimate, by.ICC3!.statistic, by.ICC3!.low]).toEqual([1, null, null]);
    expect(by.ICC2!.estimate).toBeCloseTo(10 / 13, 12);
    expect(by.ICC1!.statistic).toBeCloseTo(20 / 3, 12);
    expect(warnings[0]).toMatch("differ by a constant only");
  });

  it("icc() fills a missing rating from its target and judge, with a degree of freedom less, and says so", () => {
    const {n, terms, warnings, fit} = icc([
      [1, 2],
      [3, 4],
      [5, 5],
      [1, null]
    ]);
    expect([n, fit.ms_target, fit.ms_within].map((value) => value.toFixed(6))).toEqual([
      "4.000000",
      "6.111111",
      "0.305556"
    ]);
    expect(terms.map(({df}) => df)).toEqual([3, 2, 2, 3, 2, 2]);
    expect(terms[0]!.estimate).toBeCloseTo(19 / 21, 12);
    expect(warnings[0]).toMatch("1 of 8 ratings are missing");
    const apart = [
      [1, 2, null],
      [2, 4, null],
      [3, 3, null],
      [null, null, 1],
      [null, null, 2]
    ];
    expect(() => icc(apart)).toThrow("not identified");
  });

  it("Q06: rwg, rwg(j), ICC(1) and ICC(2) of army platoons to 1e-9", () => {
    const file = "cohesion.csv";
    const platoon = column(file, "PLATOON");
    const group = column(file, "UNIT").map((unit, i) => `${unit} ${platoon[i]}`);
    const items = ["COH01", "COH02", "COH03", "COH04", "COH05"].map((name): [string, (number | null)[]] => [
      name,
      answers(file, name)
    ]);
    const one = groupAgreement(items[0]![1], group, {choices: 5}).fit;
    const all = groupAgreement(Object.fromEntries(items), group, {choices: 5}).fit;
    const named = (prefix: string, values: Readonly<Record<string, number | null>>): [string, number | null][] =>
      Object.entries(values).map(([label, value]) => [`${prefix}.${label}`, value]);
    expect(
      disagreements(Object.fromEntries([...named("rwg", one.rwg), ...named("rwgj", all.rwgj!)]), target("Q06"), 1e-9)
    ).toEqual([]);
    expect(disagreements({icc1: one.icc1, icc2: one.icc2}, target("Q06"), 1e-9)).toEqual([]);
  });

  it("R06: t tests of Student's sleep data to 1e-10", () => {
    const extra = numbers("sleep.csv", "extra");
    const [first, second] = [extra.slice(0, 10), extra.slice(10)];
    const {terms, fit} = tTest(first, second, {kind: "paired"});
    const {statistic: t, p, low, high} = terms[0]!;
    const values = target("R06");
    expect(disagreements({t, p, lo: low, hi: high, dz: fit.d, hedges_J_exact: fit.correction}, values, 1e-10)).toEqual(
      []
    );
    const frozen = golden<Record<string, Record<string, number>>>("rank/rank.json");
    for (const kind of ["welch", "pooled"] as const) {
      const term = tTest(first, second, {kind}).terms[0]!;
      expect(
        disagreements({t: term.statistic, df: term.df, p: term.p, low: term.low, high: term.high}, frozen[kind]!, 1e-9)
      ).toEqual([]);
    }
  });

  it("anova(1e6 y + 1e9) has the same F, whatever the labels and the order", () => {
    const y = [3.1, 4.4, 2.2, 5.5, 6.1, 4.9, 7.7, 7.1, 6.5];
    const group = ["a", "a", "a", "b", "b", "b", "c", "c", "c"];
    const F = anova(y, group).fit.F!;
    const moved = y.map((value) => Math.round(value * 10) * 1e5 + 1e9).toReversed();
    expect(relativeError(anova(moved, group.map((label) => `${label}!`).toReversed()).fit.F, F)).toBeLessThan(1e-12);
  });

  it("what is undefined is null with its reason, or refused", () => {
    expect(anova([1, 1, 2, 2], ["a", "a", "b", "b"])).toMatchObject({
      fit: {F: null, p: null},
      warnings: ["no variation within groups, so that F is undefined"]
    });
    expect(groupAgreement([1, 2, 3], ["a", "a", "b"], {choices: 5}).fit.rwg).toMatchObject({b: null});
    const table: [() => unknown, string][] = [
      [() => anova([1, 2], ["a", "a"]), "not identified: 1 group"],
      [() => anova([1, 2], ["a", "b"]), "some group needs 2 or more rows"],
      [() => anova([1, 2], ["a"]), "invalid group; length 1 differs from that of y: 2"],
      [
        () =>
          icc([
            [1, 2],
            [2, 3, 4]
          ]),
        "invalid ratings; row 2 has 3 judges, not 2; use null for missing"
      ],
      [
        () =>
          icc([
            [1, 2],
            [2, null]
          ]),
        "not identified: 3 ratings of 2 targets by 2 judges; more than 3 are needed"
      ],
      [() => groupAgreement([1, 2], ["a", "a"], {choices: 1}), "invalid choices; not 2 or more"],
      [() => tTest([1], [2, 3]), "not identified: 1 and 2 rows"],
      [() => tTest([1, 2], [0, 1], {kind: "paired"}), "no variation"]
    ];
    for (const [attempt, message] of table) expect(attempt).toThrow(message);
  });
});
