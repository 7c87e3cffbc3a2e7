import type {Panel} from "./panel.js";

/** Square root of the sum over clusters of squared summed influences, over n. */
export function standardError(influence: Float64Array, {cluster, clusters}: Panel): number {
  return Math.sqrt(product(summed(influence, cluster, clusters))) / influence.length;
}

export function summed(influence: Float64Array, cluster: Int32Array, clusters: number): Float64Array {
  const sums = new Float64Array(clusters);
  influence.forEach((value, unit) => (sums[cluster[unit]!]! += value));
  return sums;
}

function product(a: Float64Array, b: Float64Array = a): number {
  let [even, odd] = [0, 0];
  const pairs = a.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    even += a[i]! * b[i]!;
    odd += a[i + 1]! * b[i + 1]!;
  }
  return even + odd + (pairs < a.length ? a[pairs]! * b[pairs]! : 0);
}

export function covarianceOf(influences: readonly Float64Array[], {first, cluster, clusters}: Panel): Float64Array[] {
  const sums = influences.map((influence) => summed(influence, cluster, clusters));
  return sums.map((a) => Float64Array.from(sums, (b) => product(a, b) / first.length ** 2));
}
