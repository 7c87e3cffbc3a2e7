/** The median of values that are sorted already. */
export function middle(sorted: ArrayLike<number>): number {
  const upper = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[upper]! : sorted[upper - 1]! / 2 + sorted[upper]! / 2;
}
