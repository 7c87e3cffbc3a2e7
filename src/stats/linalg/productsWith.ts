/**
 * A column's products with others, written to one place of each column's own results. Four are summed at a time, so that
 * none waits for another; each sum is in the order of its rows.
 */
export function productsWith(
  x: Float64Array,
  others: readonly Float64Array[],
  into: readonly Float64Array[],
  place: number
): void {
  for (let j = 0; j < others.length; j += 4) {
    // past the last column the same one is summed again
    const [a, b, c, d] = [0, 1, 2, 3].map((k) => others[Math.min(j + k, others.length - 1)]!);
    fourProducts(x, [a!, b!, c!, d!]).forEach((sum, k) => {
      if (j + k < others.length) into[j + k]![place] = sum;
    });
  }
}

type Four<Value> = readonly [Value, Value, Value, Value];

function fourProducts(x: Float64Array, [a, b, c, d]: Four<Float64Array>): Four<number> {
  let [ta, tb, tc, td] = [0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const value = x[i]!;
    ta += value * a[i]!;
    tb += value * b[i]!;
    tc += value * c[i]!;
    td += value * d[i]!;
  }
  return [ta, tb, tc, td];
}
