import type {SumDistribution} from "../resampling/subsetSums.js";

/**
 * Distribution of Wilcoxon's W without ties: the coefficients of the Gaussian binomial, whose factors
 * (1 - q^(n + i)) / (1 - q^i) are multiplied in one after the other. Small coefficients, the tails, stay exact.
 *
 * @returns the sums 0 .. m n with their shares
 */
export function rankSums(m: number, n: number): SumDistribution {
  const most = m * n;
  const half = Math.floor(most / 2);
  const counts = new Float64Array(most + 1);
  counts[0] = 1;
  let total = 1;
  for (let i = 1; i <= m; i++) {
    const up = n + i;
    for (let k = half; k >= up; k--) counts[k]! -= counts[k - up]!;
    for (let k = i; k <= half; k++) counts[k]! += counts[k - i]!;
    total *= up / i;
  }
  for (let k = half + 1; k <= most; k++) counts[k] = counts[most - k]!;
  return {sums: Float64Array.from(counts, (_, k) => k), counts: counts.map((count) => count / total)};
}
