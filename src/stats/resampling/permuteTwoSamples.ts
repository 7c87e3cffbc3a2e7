import type {Estimate} from "../estimate.js";
import type {Column} from "../description/completeCases.js";
import type {PermutationFit} from "./permutationEstimate.js";
import type {StrataOptions} from "./permuteWithinStrata.js";
import {permuteWithinStrata} from "./permuteWithinStrata.js";

/** Permutation test of the difference between two samples: one stratum, x the treated. */
export function permuteTwoSamples(
  x: Column,
  y: Column,
  {statistic = "mean", ...options}: StrataOptions = {}
): Estimate<PermutationFit> {
  const treated = Array.from({length: x.length + y.length}, (_, i) => (i < x.length ? 1 : 0));
  const values = [...Array.from(x), ...Array.from(y)];
  return {...permuteWithinStrata(treated, values, null, {statistic, ...options}), method: "permutation of two samples"};
}
