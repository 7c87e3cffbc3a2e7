import {describe, expect, it} from "vitest";
import {kendall} from "../../src/stats/association/kendall.js";
import {partialCorrelation} from "../../src/stats/association/partialCorrelation.js";
import {repeatedCorrelation} from "../../src/stats/association/repeatedCorrelation.js";
import {theilSen} from "../../src/stats/association/theilSen.js";
import {weightedPearson} from "../../src/stats/association/weightedPearson.js";
import {mean} from "../../src/stats/description/mean.js";
import {quantile} from "../../src/stats/description/quantile.js";
import {variance} from "../../src/stats/description/variance.js";
import {groupAgreement} from "../../src/stats/groups/groupAgreement.js";
import {icc} from "../../src/stats/groups/icc.js";
import {random} from "../../src/stats/random.js";
import {wilcoxon} from "../../src/stats/rank/wilcoxon.js";
import {kruskal} from "../../src/stats/rank/kruskal.js";
import {permuteWithinStrata} from "../../src/stats/resampling/permuteWithinStrata.js";
import {reliability} from "../../src/stats/scales/reliability.js";
import {confounding} from "../../src/stats/sensitivity/confounding.js";
import {relativeError} from "./relativeError.js";

const {normal, below} = random(17);
const n = 36;
const answer = (): number => 1 + below(5);
const rows = Array.from({length: n}, (_, i) => {
  const common = normal();
  return {
    group: `g${i % 6}`,
    treated: Math.floor(i / 6) % 2,
    time: i,
    weight: 1 + below(4),
    x: Math.round(100 * (common + normal())) / 64,
    y: Math.round(100 * (common + normal())) / 64,
    z: Math.round(100 * normal()) / 64,
    a: answer(),
    b: answer(),
    c: answer()
  };
});
type Row = (typeof rows)[number];
const shuffled = rows.toSorted((p, q) => ((p.time * 7) % n) - ((q.time * 7) % n));
const relabelled = rows.map((row) => ({...row, group: `z${9 - Number(row.group.slice(1))}`}));
/** exact in binary, so that only the estimator's arithmetic can change the answer */
const moved = rows.map((row) => ({
  ...row,
  x: row.x * 2 ** 20 + 2 ** 30,
  y: row.y * 2 ** 20 + 2 ** 30,
  z: row.z * 2 ** 20 + 2 ** 30
}));
const column = <K extends keyof Row>(table: readonly Row[], name: K): Row[K][] => table.map((row) => row[name]);

const invariants: Readonly<Record<string, (table: readonly Row[]) => (number | null)[]>> = {
  kendall: (t) => [kendall(column(t, "x"), column(t, "y")).terms[0]!.estimate],
  partialCorrelation: (t) => [partialCorrelation(column(t, "x"), column(t, "y"), {z: column(t, "z")}).terms[0]!.p],
  repeatedCorrelation: (t) => {
    const {estimate, low, high} = repeatedCorrelation(column(t, "x"), column(t, "y"), column(t, "group")).terms[0]!;
    return [estimate, low, high];
  },
  weightedPearson: (t) => [weightedPearson(column(t, "x"), column(t, "y"), column(t, "weight")).terms[0]!.p],
  wilcoxon: (t) => {
    const part = (treated: number): number[] => t.filter((row) => row.treated === treated).map((row) => row.y);
    return [wilcoxon(part(1), part(0)).fit.p];
  },
  kruskal: (t) => [kruskal(column(t, "y"), column(t, "group")).fit.p],
  permuteWithinStrata: (t) => [permuteWithinStrata(column(t, "treated"), column(t, "y"), column(t, "group")).fit.p_two],
  reliability: (t) => {
    const {alpha, lambda6, omega_total} = reliability({x: column(t, "x"), y: column(t, "y"), z: column(t, "z")}).fit;
    return [alpha, lambda6, omega_total];
  },
  groupAgreement: (t) => {
    const {icc1, icc2, rwg_mean} = groupAgreement({a: column(t, "a"), b: column(t, "b")}, column(t, "group"), {
      choices: 5
    }).fit;
    return [icc1, icc2, rwg_mean];
  },
  icc: (t) => icc(t.map(({x, y, z}) => [x, y, z])).terms.flatMap(({estimate, low, high}) => [estimate, low, high]),
  confounding: (t) => {
    const {rv, bounds} = confounding(
      column(t, "y"),
      column(t, "x"),
      {z: column(t, "z")},
      {absorb: column(t, "group"), benchmark: "z"}
    ).fit;
    return [rv, bounds[0]!.t];
  }
};

describe("estimates keep still where they must", () => {
  for (const [name, estimate] of Object.entries(invariants)) {
    it(`${name}: rows reordered, groups relabelled, columns scaled by 2^20 and shifted by 2^30`, () => {
      const before = estimate(rows);
      for (const table of [shuffled, relabelled, moved]) {
        const errors = estimate(table).map((value, k) => relativeError(value, before[k]!));
        expect(Math.max(...errors)).toBeLessThan(1e-9);
      }
    });
  }

  it("theilSen's slope scales with y and turns with time", () => {
    const {slope} = theilSen(column(rows, "y"), column(rows, "time")).fit;
    expect(relativeError(theilSen(column(moved, "y"), column(moved, "time")).fit.slope, slope * 2 ** 20)).toBeLessThan(
      1e-9
    );
    expect(
      theilSen(
        column(rows, "y"),
        rows.map((row) => -row.time)
      ).fit.slope
    ).toBe(-slope);
  });

  it("mean and variance of 1e9 + {1, 2, 3} are exact; quantile is R's type 7", () => {
    const values = [1e9 + 1, 1e9 + 2, 1e9 + 3];
    expect([mean(values), variance(values)]).toEqual([1e9 + 2, 1]);
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantile([4, 1, 3, 2, 10], p))).toEqual([
      1,
      2,
      3,
      expect.closeTo(7.6, 12),
      10
    ]);
    expect(() => mean([])).toThrow("invalid values; no observation to average");
    expect(() => variance([1])).toThrow("invalid values; a variance takes 2 or more: 1");
  });
});
