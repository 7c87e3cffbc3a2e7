import type {SumDistribution} from "./subsetSums.js";

const MOST = 8e6;

/** Distribution of the sum of two independent sums; null where there are too many pairs to count. */
export function convolve(a: SumDistribution, b: SumDistribution): SumDistribution | null {
  if (a.sums.length * b.sums.length > MOST) return null;
  const counts = new Map<number, number>();
  for (let i = 0; i < a.sums.length; i++) {
    for (let j = 0; j < b.sums.length; j++) {
      const sum = a.sums[i]! + b.sums[j]!;
      counts.set(sum, (counts.get(sum) ?? 0) + a.counts[i]! * b.counts[j]!);
    }
  }
  return {sums: [...counts.keys()], counts: [...counts.values()]};
}
