/** Compensated sum of products; of squares when given one array. */
export function dotProduct(a: ArrayLike<number>, b: ArrayLike<number> = a): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < a.length; i++) {
    const value = a[i]! * b[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
