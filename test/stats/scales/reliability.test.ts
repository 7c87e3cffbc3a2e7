import {describe, expect, it} from "vitest";
import {reliability} from "../../../src/stats/scales/reliability.js";
import {disagreements} from "../disagreements.js";
import {answers, golden, target} from "../golden.js";

const items = (file: string, names: readonly string[]): Record<string, (number | null)[]> =>
  Object.fromEntries(names.map((name) => [name, answers(file, name)]));
const keyed = (values: readonly (number | null)[]): Record<string, number | null> =>
  Object.fromEntries(values.entries());
const lists = (id: string): Record<string, number[]> =>
  golden<{values: Record<string, number[]>}>(`targets/${id}.json`).values;

describe("reliability(items)", () => {
  it("Q01: the attitude survey to 1e-8, omega to 1e-5", () => {
    const names = ["rating", "complaints", "privileges", "learning", "raises", "critical", "advance"];
    const {fit} = reliability(items("attitude.csv", names));
    const {alpha, alpha_std: std_alpha, lambda6, average_r: mean_r, low: feldt_lo, high: feldt_hi} = fit;
    expect(disagreements({alpha, std_alpha, lambda6, mean_r, feldt_lo, feldt_hi}, target("Q01"), 1e-8)).toEqual([]);
    expect(disagreements({omega_total_1f_ml_std: fit.omega_total}, target("Q01"), 1e-5)).toEqual([]);
    expect(disagreements(keyed(Object.values(fit.drop)), keyed(lists("Q01").alpha_drop!), 1e-8)).toEqual([]);
    expect(disagreements(keyed(Object.values(fit.r_drop)), keyed(lists("Q01").r_drop!), 1e-8)).toEqual([]);
  });

  it("Q02: agreeableness with missing answers, pairwise and listwise", () => {
    const names = ["A1", "A2", "A3", "A4", "A5"];
    const options = {reversed: ["A1"], minimum: 1, maximum: 6} as const;
    const {fit} = reliability(items("bfi_AE.csv", names), {...options, missing: "pairwise"});
    const listwise = reliability(items("bfi_AE.csv", names), options);
    const found = {
      "pairwise.alpha": fit.alpha,
      "pairwise.std_alpha": fit.alpha_std,
      "pairwise.lambda6": fit.lambda6,
      "pairwise.mean_r": fit.average_r,
      listwise_alpha: listwise.fit.alpha,
      n_complete: listwise.n
    };
    expect(disagreements(found, target("Q02"), 1e-8)).toEqual([]);
    expect(disagreements({"pairwise.omega_total_1f_ml_std": fit.omega_total}, target("Q02"), 1e-5)).toEqual([]);
    expect(disagreements(keyed(Object.values(fit.drop)), keyed(lists("Q02")["pairwise.alpha_drop"]!), 1e-8)).toEqual(
      []
    );
    expect(disagreements(keyed(Object.values(fit.r_drop)), keyed(lists("Q02")["pairwise.r_drop"]!), 1e-8)).toEqual([]);
  });

  it("Q04: three subscales of three items", () => {
    for (const [scale, names] of Object.entries({
      visual: ["x1", "x2", "x3"],
      textual: ["x4", "x5", "x6"],
      speed: ["x7", "x8", "x9"]
    })) {
      const {fit} = reliability(items("hs1939.csv", names));
      const {alpha, alpha_std: std_alpha, lambda6, average_r: mean_r} = fit;
      const named = Object.fromEntries(
        Object.entries({alpha, std_alpha, lambda6, mean_r}).map(([name, value]) => [`${scale}.${name}`, value])
      );
      expect(disagreements(named, target("Q04"), 1e-8)).toEqual([]);
      expect(disagreements({[`${scale}.omega_total_1f_ml_std`]: fit.omega_total}, target("Q04"), 1e-5)).toEqual([]);
      expect(disagreements(keyed(Object.values(fit.drop)), keyed(lists("Q04")[`${scale}.alpha_drop`]!), 1e-8)).toEqual(
        []
      );
    }
  });

  it("two items have alpha but neither omega nor a drop-one; a copied item has no lambda-6", () => {
    const a = [1, 2, 3, 4, 5, 3];
    const b = [2, 2, 3, 5, 4, 1];
    expect(reliability({a, b})).toMatchObject({
      fit: {omega_total: null, drop: {a: null}},
      warnings: ["omega takes 3 or more items"]
    });
    expect(reliability({a, b, c: a}).fit.lambda6).toBeNull();
  });

  it("bad input is refused with argument, value and remedy", () => {
    const a = [1, 2, 3];
    expect(() => reliability({a})).toThrow("not identified: 1 item");
    expect(() => reliability({a, b: [2, 2, 2]})).toThrow("invalid item b; constant; drop it");
    expect(() => reliability({a, b: a}, {reversed: ["c"]})).toThrow(
      "invalid reversed; no such item: c; there are a, b"
    );
    expect(() => reliability({a, b: a}, {reversed: ["b"]})).toThrow("give minimum and maximum");
  });
});
