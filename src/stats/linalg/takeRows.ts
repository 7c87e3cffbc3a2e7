/** Some rows of a column, in their order. `Float64Array.from(rows, pick)` does the same over an iterator, many times slower. */
export function takeRows(
  column: Float64Array,
  rows: ArrayLike<number>,
  taken: Float64Array = new Float64Array(rows.length)
): Float64Array {
  for (let i = 0; i < taken.length; i++) taken[i] = column[rows[i]!]!;
  return taken;
}
