/** Middle value, or the mean of the middle two. */
export function median(values: ArrayLike<number>): number {
  const n = values.length;
  if (n === 0) throw new RangeError("invalid values; no observation to rank");
  const sorted = Float64Array.from(values).toSorted();
  const upper = sorted[n >> 1]!;
  return n % 2 === 1 ? upper : sorted[(n >> 1) - 1]! / 2 + upper / 2;
}
