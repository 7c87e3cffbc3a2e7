/** rows of which every product is summed before those that follow are read: columns stay at hand, and no sum grows long */
export const together = 512;

/**
 * X'X of columns, by sums of blocks of rows that are added with what each addition loses.
 *
 * Source     Blanchard, Higham & Mary (2020), "A class of fast and accurate summation algorithms"
 */
export function crossProducts(columns: readonly Float64Array[]): Float64Array[] {
  const k = columns.length;
  const n = columns[0]?.length ?? 0;
  const totals = columns.map(() => new Float64Array(k));
  const lost = columns.map(() => new Float64Array(k));
  for (let from = 0; from < n; from += together) {
    const to = Math.min(n, from + together);
    for (let i = 0; i < k; i++)
      for (let j = 0; j <= i; j++) addKept(totals[i]!, lost[i]!, j, productOf(columns[i]!, columns[j]!, from, to));
  }
  for (let i = 0; i < k; i++)
    for (let j = 0; j <= i; j++) totals[i]![j] = totals[j]![i] = totals[i]![j]! + lost[i]![j]!;
  return totals;
}

/** Adds a value to a sum, and what is lost by that to what was lost before. */
export function addKept(totals: Float64Array, lost: Float64Array, place: number, value: number): void {
  const total = totals[place]!;
  const next = total + value;
  const shift = next - total;
  lost[place]! += total - (next - shift) + (value - shift);
  totals[place] = next;
}

/** Sum of products of some rows, by four sums that don't wait for one another. */
export function productOf(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  let row = from;
  for (; row + 3 < to; row += 4) {
    p += a[row]! * b[row]!;
    q += a[row + 1]! * b[row + 1]!;
    r += a[row + 2]! * b[row + 2]!;
    s += a[row + 3]! * b[row + 3]!;
  }
  for (; row < to; row++) p += a[row]! * b[row]!;
  return p + q + (r + s);
}
