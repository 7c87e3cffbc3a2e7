import {describe, expect, it} from "vitest";
import {groupTimeEffects} from "../../../src/stats/did/groupTimeEffects.js";
import type {GroupTimeOptions} from "../../../src/stats/did/groupTimeEffects.js";
import {golden, numbers} from "../golden.js";
import {relativeError} from "../relativeError.js";

interface Cell {
  readonly g: number;
  readonly t: number;
  readonly att: number;
  readonly se: number | null;
}

const answers = golden<Readonly<Record<string, readonly Cell[]>>>("did/covariates.json");
const counties = Object.fromEntries(
  ["year", "countyreal", "lpop", "lemp", "first_treat"].map((name) => [name, numbers("mpdta.csv", name)])
);
const columns = {
  outcome: "lemp",
  unit: "countyreal",
  time: "year",
  firstTreated: "first_treat",
  covariates: ["lpop"]
};

describe("groupTimeEffects() with a covariate agrees with R, whose glm stops its scoring early", () => {
  it.each(Object.keys(answers))("%s", (key) => {
    const [estimator, control, base, anticipation] = key.split(" ");
    const {terms} = groupTimeEffects(counties, columns, {
      estimator: estimator as GroupTimeOptions["estimator"],
      control: control as GroupTimeOptions["control"],
      base: base as GroupTimeOptions["base"],
      anticipation: Number(anticipation),
      draws: 0
    });
    expect(terms.map(({term}) => term)).toEqual(answers[key]!.map(({g, t}) => `ATT(${g},${t})`));
    answers[key]!.forEach(({att, se}, i) => {
      expect(relativeError(terms[i]!.estimate, att)).toBeLessThan(1e-11);
      expect(terms[i]!.se === se || relativeError(terms[i]!.se, se ?? NaN) < 1e-11).toBe(true);
    });
  });

  it("says that a covariate separates, in place of an effect", () => {
    const apart = {...counties, lpop: counties.first_treat!.map((first, i) => (first > 0 ? 5 : 0) + (i % 7) / 10)};
    expect(() => groupTimeEffects(apart, columns, {estimator: "ipw", draws: 0})).toThrow("not identified");
  });
});
