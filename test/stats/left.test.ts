import {describe, expect, it} from "vitest";
import {mannKendall} from "../../src/stats/association/mannKendall.js";
import {theilSen} from "../../src/stats/association/theilSen.js";
import {groupTimeEffects} from "../../src/stats/did/groupTimeEffects.js";
import {icc} from "../../src/stats/groups/icc.js";
import {mixedModel} from "../../src/stats/mixed/mixedModel.js";
import {poolEstimates} from "../../src/stats/pooling/poolEstimates.js";

describe("what a method cannot say is said, and the rest given", () => {
  it("poolEstimates(two that agree, hartungKnapp) warns that it narrows; floor keeps metafor's ad hoc bound", () => {
    const [y, v] = [
      [0.4, 0.41],
      [0.04, 0.01]
    ];
    const plain = poolEstimates(y!, v!, {hartungKnapp: true});
    expect(plain.warnings.at(-1)).toMatch(/the plain one, or floor/);
    const {terms, warnings, method} = poolEstimates(y!, v!, {hartungKnapp: "floor"});
    expect(terms[0]!.se).toBeCloseTo(0.0894427, 7);
    expect(terms[0]!.p).toBeCloseTo(0.137, 3);
    expect(warnings.join()).not.toMatch(/floor/);
    expect(method).toMatch(/with floor/);
    const wide = [0.2, 1.1, 2.4];
    expect(poolEstimates(wide, [0.01, 0.02, 0.01], {hartungKnapp: "floor", kind: "fixed"}).terms[0]!.se).toBe(
      poolEstimates(wide, [0.01, 0.02, 0.01], {hartungKnapp: true, kind: "fixed"}).terms[0]!.se
    );
  });

  it("icc(missing cells) says how many were filled, and the model that needs no filling takes those that are there", () => {
    const ratings = [
      [9, 2, 5],
      [6, 1, 3],
      [8, 4, null],
      [7, 1, 2],
      [10, 5, 6],
      [6, null, 4]
    ];
    const {n, warnings} = icc(ratings);
    expect(n).toBe(6);
    expect(warnings[0]).toMatch(/^2 of 18 ratings are missing and were filled .*; a mixed model/);
    const rows = ratings.flatMap((row, target) => row.map((y, judge) => ({y, target, judge})));
    const table = Object.fromEntries(
      (["y", "target", "judge"] as const).map((key) => [key, rows.map((row) => row[key])])
    );
    const {n: used} = mixedModel("y ~ 1 + (1 | target) + (1 | judge)", table);
    expect(used).toBe(16);
  });

  it("icc(judges who contradict one another) warns of an ICC beyond -1 to 1", () => {
    const {terms, warnings} = icc([
      [1, 5, 3],
      [5, 1, 3],
      [1, 4, 4],
      [5, 2, 2],
      [3, 3, 2]
    ]);
    expect(Math.abs(terms.find(({term}) => term === "ICC2k")!.estimate)).toBeGreaterThan(1);
    expect(warnings[0]).toMatch(/ICC2k.* beyond −1 to 1/);
  });

  it("theilSen(a constant) is 0 without a test: the whole used to be refused", () => {
    const {fit, terms, warnings} = theilSen([3, 3, 3, 3], [1, 2, 3, 4]);
    expect(fit.slope).toBe(0);
    expect(terms[0]).toMatchObject({estimate: 0, p: null, low: null, high: null});
    expect(warnings).toHaveLength(1);
    expect(mannKendall([3, 3, 3, 3], [1, 2, 3, 4]).fit).toMatchObject({S: 0, z: null, p_normal: null});
  });
});

describe("groupTimeEffects() lists what it leaves out", () => {
  const panel = (firsts: readonly number[], x: (unit: number, time: number) => number | null) => {
    const rows = firsts.flatMap((first, u) =>
      [1, 2, 3, 4, 5].map((t) => ({u, t, first, y: u * t + (t % 3), x: x(u, t)}))
    );
    return Object.fromEntries(
      (["u", "t", "first", "y", "x"] as const).map((key) => [key, rows.map((row) => row[key])])
    );
  };
  const columns = {outcome: "y", unit: "u", time: "t", firstTreated: "first"};
  const firsts = Array.from({length: 24}, (_, u) => [0, 3, 4][u % 3]!);

  it("names the covariate that takes out all that are never treated: it used to say that there were none", () => {
    const table = panel(firsts, (u, t) => (firsts[u] === 0 && t === 2 ? null : u));
    expect(() => groupTimeEffects(table, {...columns, covariates: ["x"]})).toThrow(
      /no never-treated unit is left: missing x in t 2 removed the 8 that there were/
    );
    expect(() =>
      groupTimeEffects(
        panel([3, 3, 4], (u) => u),
        columns
      )
    ).toThrow(/no unit is never treated; use control/);
  });

  it("counts every row: used, or dropped for a reason", () => {
    const late = firsts.map((first) => first || 5);
    const {n, dropped, warnings} = groupTimeEffects(
      panel(late, (u) => u),
      columns,
      {control: "not-yet", draws: 0}
    );
    expect(n + dropped.reduce((sum, one) => sum + one.n, 0)).toBe(24 * 5);
    expect(dropped).toEqual([{reason: "period from 5 on, with no unit untreated", n: 24}]);
    expect(warnings.join()).toMatch(/the cohort of 5 is the comparison/);
  });

  it("names cohorts without an estimate, and why", () => {
    const {fit, warnings} = groupTimeEffects(
      panel([...firsts.slice(0, 21), 2, 2, 2], (u) => u),
      columns,
      {anticipation: 1, draws: 0}
    );
    expect(fit.left_out).toEqual([
      {group: 2, time: null, reason: "no period before its treatment, or its anticipation"}
    ]);
    expect(warnings.join()).toMatch(/cohort 2: no period before/);
  });
});
