export type Four<Value> = readonly [Value, Value, Value, Value];

/** Products of some rows of a column with four others, summed at a time, so that none waits for another. */
export function fourProducts(
  x: Float64Array,
  [a, b, c, d]: Four<Float64Array>,
  from: number,
  to: number
): Four<number> {
  let ta = 0;
  let tb = 0;
  let tc = 0;
  let td = 0;
  for (let i = from; i < to; i++) {
    const value = x[i]!;
    ta += value * a[i]!;
    tb += value * b[i]!;
    tc += value * c[i]!;
    td += value * d[i]!;
  }
  return [ta, tb, tc, td];
}

/** Four columns from a place on; past the last one it stands again. */
export function fourFrom(columns: readonly Float64Array[], place: number): Four<Float64Array> {
  const last = columns.length - 1;
  const at = (k: number): Float64Array => columns[Math.min(place + k, last)]!;
  return [at(0), at(1), at(2), at(3)];
}
