import {describe, expect, it} from "vitest";
import type {Table} from "../../../src/stats/formula/table.js";
import {mixedModel} from "../../../src/stats/mixed/mixedModel.js";
import type {ProfileInterval} from "../../../src/stats/mixed/profileIntervals.js";
import {column, golden, numbers} from "../golden.js";

interface Ends {
  readonly sd: readonly ProfileInterval[];
  readonly groups: string | readonly string[];
  readonly sigma: ProfileInterval;
  readonly fixed: ProfileInterval;
}

const frozen = golden<Readonly<Record<string, Ends>>>("mixed/profile.json");
const models: Readonly<Record<string, {formula: string; table: Table}>> = {
  dyestuff: {
    formula: "y ~ 1 + (1 | Batch)",
    table: {y: numbers("dyestuff.csv", "Yield"), Batch: column("dyestuff.csv", "Batch")}
  },
  penicillin: {
    formula: "y ~ 1 + (1 | plate) + (1 | sample)",
    table: {
      y: numbers("penicillin.csv", "diameter"),
      plate: column("penicillin.csv", "plate"),
      sample: column("penicillin.csv", "sample")
    }
  },
  pastes: {
    formula: "y ~ 1 + (1 | batch) + (1 | batch:cask)",
    table: {
      y: numbers("pastes.csv", "strength"),
      batch: column("pastes.csv", "batch"),
      cask: column("pastes.csv", "cask")
    }
  }
};

describe("profileIntervals() end where lme4's deviance does", () => {
  it.each(Object.keys(models))("%s", (name) => {
    const {formula, table} = models[name]!;
    const {sd, sigma, fixed} = mixedModel(formula, table, {profile: true}).fit.profile!;
    const expected = frozen[name]!;
    const pairs = [expected.groups].flat().map((group, i) => [sd[group]!["(Intercept)"]!, expected.sd[i]!] as const);
    for (const [ours, theirs] of [
      ...pairs,
      [sigma, expected.sigma] as const,
      [fixed["(Intercept)"]!, expected.fixed] as const
    ])
      ours.forEach((end, i) => expect(Math.abs(end - theirs[i]!)).toBeLessThan(1e-6 * Math.max(1, theirs[i]!)));
  });

  it("a standard deviation of nought has an interval from nought", () => {
    const table = {y: [1, 2, 4, 1, 2, 4, 2, 4, 1], g: ["a", "a", "a", "b", "b", "b", "c", "c", "c"]};
    const [low, high] = mixedModel("y ~ 1 + (1 | g)", table, {profile: true}).fit.profile!.sd.g!["(Intercept)"]!;
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.1);
  });
});
