/**
 * Pairs of a permutation of 0 .. n - 1 that stand in the wrong order.
 *
 * Method     from the last to the first, the numbers already seen that are less, by a tree of partial counts
 * Source     Fenwick (1994), doi:10.1002/spe.4380240306
 */
export function inversions(permutation: Uint32Array): number {
  const n = permutation.length;
  const counts = new Int32Array(n + 1);
  let pairs = 0;
  for (let i = n - 1; i >= 0; i--) {
    const value = permutation[i]!;
    let less = 0;
    for (let at = value; at > 0; at &= at - 1) less += counts[at]!;
    pairs += less;
    for (let at = value + 1; at <= n; at += at & -at) counts[at]!++;
  }
  return pairs;
}
