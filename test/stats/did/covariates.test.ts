import {describe, expect, it} from "vitest";
import {groupTimeEffects} from "../../../src/stats/did/groupTimeEffects.js";
import type {GroupTimeOptions} from "../../../src/stats/did/groupTimeFit.js";
import {honestBounds} from "../../../src/stats/did/honestBounds.js";
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

it("groupTimeEffects() gives what honestBounds() takes", () => {
  const {fit} = groupTimeEffects(counties, columns, {base: "universal", draws: 0});
  const {terms, vcov} = fit.aggregates.dynamic;
  terms.forEach(({se}, i) => expect(Math.abs((se ?? 0) - Math.sqrt(vcov[i]![i]!))).toBeLessThan(1e-15));
  const kept = terms.flatMap(({se}, i) => (se === null ? [] : [i]));
  const bounds = honestBounds(
    kept.map((i) => terms[i]!.estimate),
    kept.map((i) => kept.map((j) => vcov[i]![j]!)),
    {pre: 3, post: 4},
    {M: [0, 1], draws: 300}
  );
  const [narrow, wide] = bounds.fit.intervals;
  expect(wide!.low).toBeLessThan(narrow!.low!);
  expect(wide!.high).toBeGreaterThan(narrow!.high!);
});
