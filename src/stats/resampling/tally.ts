import type {SumDistribution} from "./subsetSums.js";
import type {Tally} from "./permutationEstimate.js";

/** Counts a whole distribution against the observed sum, both in lattice units; sums within the slack are equal. */
export function tally(distribution: SumDistribution, observed: number, slack: number): Tally {
  const {sums, counts} = distribution;
  let total = 0;
  let weighted = 0;
  for (let i = 0; i < sums.length; i++) {
    total += counts[i]!;
    weighted += counts[i]! * (sums[i]! - observed);
  }
  const expected = observed + weighted / total;
  const distance = Math.abs(observed - expected);
  // the mean is a quotient, so that equal distances may differ by a rounding
  const rounding = slack + 1e-12 * Math.max(Math.abs(observed), Math.abs(expected), 1);
  const found = {count: 0, count_less: 0, count_two: 0, equal: 0};
  for (let i = 0; i < sums.length; i++) {
    const sum = sums[i]!;
    const count = counts[i]!;
    if (sum >= observed - slack) found.count += count;
    if (sum <= observed + slack) found.count_less += count;
    if (Math.abs(sum - observed) <= slack) found.equal += count;
    if (Math.abs(sum - expected) >= distance - rounding) found.count_two += count;
  }
  return {observed, expected, ...found, total, seed: null};
}
