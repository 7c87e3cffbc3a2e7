import {describe, expect, it} from "vitest";
import {proportion} from "../../../src/stats/proportion/proportion.js";
import {friedman} from "../../../src/stats/rank/friedman.js";
import {kruskal} from "../../../src/stats/rank/kruskal.js";
import {signedRank} from "../../../src/stats/rank/signedRank.js";
import {wilcoxon} from "../../../src/stats/rank/wilcoxon.js";
import {disagreements} from "../disagreements.js";
import {golden, numbers, target} from "../golden.js";

interface Frozen {
  two: {x: number[]; y: number[]; W: number; p: number; greater: number; low: number; high: number}[];
  one: {d: number[]; V: number; p: number; less: number; low: number; high: number}[];
  tied: {x: number[]; y: number[]; p: number}[];
  many: {m: number[][]; friedman: number; friedman_p: number; kruskal: number; kruskal_p: number}[];
  proportions: Record<string, number>;
}

describe("rank tests", () => {
  const frozen = golden<Frozen>("rank/rank.json");

  it("wilcoxon(x, y) agrees with R's wilcox.test, exact and normal, with and without ties", () => {
    for (const {x, y, ...reference} of frozen.two) {
      const {fit, terms} = wilcoxon(x, y);
      expect(disagreements({W: fit.statistic, p: fit.p, greater: fit.p_greater}, reference, 1e-10)).toEqual([]);
      expect(disagreements({low: terms[0]!.low, high: terms[0]!.high}, reference, 1e-9)).toEqual([]);
    }
  });

  it("wilcoxon(x, y, {exact: true}) counts tied ranks as R's coin does, by their distance from the mean", () => {
    for (const {x, y, p} of frozen.tied) {
      expect(disagreements({p: wilcoxon(x, y, {exact: true}).fit.p}, {p}, 1e-10)).toEqual([]);
    }
  });

  it("signedRank(d) agrees with R's wilcox.test", () => {
    for (const {d, ...reference} of frozen.one) {
      const {fit, terms} = signedRank(d);
      expect(disagreements({V: fit.statistic, p: fit.p, less: fit.p_less}, reference, 1e-10)).toEqual([]);
      expect(disagreements({low: terms[0]!.low, high: terms[0]!.high}, reference, 1e-9)).toEqual([]);
    }
  });

  it("friedman and kruskal agree with R", () => {
    for (const {m, ...reference} of frozen.many) {
      const byBlock = friedman(m).fit;
      const byGroup = kruskal(
        m.flat(),
        m.flatMap((row) => row.map((_, j) => j))
      ).fit;
      expect(
        disagreements(
          {friedman: byBlock.statistic, friedman_p: byBlock.p, kruskal: byGroup.statistic, kruskal_p: byGroup.p},
          reference,
          1e-10
        )
      ).toEqual([]);
    }
  });

  it("R01, R03, R06: signed ranks of maize, depression and sleep", () => {
    const cross = numbers("zeamays.csv", "cross");
    const self = numbers("zeamays.csv", "self");
    const maize = signedRank(cross.map((value, i) => value - self[i]!));
    expect(
      disagreements({wilcoxon_V: maize.fit.statistic, hl: maize.terms[0]!.estimate}, target("R01"), 1e-10)
    ).toEqual([]);
    const before = numbers("depression9.csv", "x");
    const after = numbers("depression9.csv", "y");
    const {fit, terms} = signedRank(before.map((value, i) => value - after[i]!));
    const {estimate: hl, low: lo, high: hi} = terms[0]!;
    expect(disagreements({V: fit.statistic, p_two: fit.p, p_greater: fit.p_greater}, target("R03"), 1e-12)).toEqual([]);
    expect(disagreements({hl, lo, hi}, target("R03"), 1e-9)).toEqual([]);
    const extra = numbers("sleep.csv", "extra");
    const sleep = signedRank(extra.slice(0, 10).map((value, i) => value - extra[i + 10]!)).fit;
    expect(disagreements({wilcoxon_V: sleep.statistic, wilcoxon_p_cc: sleep.p}, target("R06"), 1e-10)).toEqual([]);
  });

  it("R02: rounding first base, 22 players with ties", () => {
    const ways = ["round_out", "narrow", "wide"].map((name) => numbers("roundingtimes.csv", name));
    const blocks = ways[0]!.map((_, i) => ways.map((way) => way[i]!));
    const {fit} = friedman(blocks);
    const pair = signedRank(ways[1]!.map((value, i) => value - ways[2]![i]!)).fit;
    const groups = blocks.flatMap((row) => row.map((_, j) => j));
    expect(
      disagreements(
        {
          friedman: fit.statistic,
          p: fit.p,
          W: fit.W,
          V_narrow_wide: pair.statistic,
          p_narrow_wide: pair.p,
          kruskal: kruskal(blocks.flat(), groups).fit.statistic
        },
        target("R02"),
        1e-10
      )
    ).toEqual([]);
  });

  it("exact Friedman and Kruskal-Wallis p of small tables are the published ones", () => {
    // Hollander & Wolfe's tables: k = 3, n = 3, P(S >= 6) = 0.028; sizes 2, 2, 2, P(H >= 4.571) = 0.067
    const perfect = [
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3]
    ];
    expect(friedman(perfect, {exact: true}).fit.p).toBeCloseTo(1 / 36, 12);
    expect(kruskal([1, 2, 3, 4, 5, 6], [1, 1, 2, 2, 3, 3], {exact: true}).fit.p).toBeCloseTo(1 / 15, 12);
  });

  it("proportion agrees with R's prop.test and binom.test", () => {
    const wilson = proportion(15, 50);
    const exact = proportion(3, 40, {kind: "clopper-pearson"});
    expect(
      disagreements(
        {
          low: wilson.low,
          high: wilson.high,
          exact_low: exact.low,
          exact_high: exact.high
        },
        frozen.proportions,
        1e-10
      )
    ).toEqual([]);
    expect(proportion(0, 10, {kind: "clopper-pearson"}).low).toBe(0);
    expect(() => proportion(6, 5)).toThrow("invalid count; not a whole number from 0 to 5: 6");
  });

  it("bad input is refused with argument, value and remedy", () => {
    const table: [() => unknown, string][] = [
      [() => wilcoxon([], [1]), "not identified: 0 and 1 rows"],
      [() => wilcoxon([1, 1], [1, 1]), "all values are tied"],
      [() => signedRank([0, 0]), "no difference other than 0"],
      [() => friedman([[1, 2]]), "not identified: 1 complete blocks"],
      [() => kruskal([1, 1, 1], ["a", "a", "b"]), "invalid y; all values are tied"]
    ];
    for (const [attempt, message] of table) expect(attempt).toThrow(message);
  });
});
