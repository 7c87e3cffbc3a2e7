import type {PersonsRule} from "../../loaders/disclosure/columnRule.js";

export const key = {kind: "key"} as const;

/** A rule of persons, each part that a test does not set as open as it can be. */
export const ruleOf = (set: Partial<PersonsRule>): PersonsRule => ({
  kind: "survey",
  unit: "persons",
  persons: "n",
  minimum: 10,
  statistic: "mean",
  within: null,
  range: [-Infinity, Infinity],
  grain: 0,
  round: null,
  ...set
});
