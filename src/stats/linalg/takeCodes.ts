/** Some rows of a column of codes, in their order: `takeRows` of whole numbers, apart so that each is compiled for one kind. */
export function takeCodes(column: Int32Array, rows: ArrayLike<number>): Int32Array {
  const taken = new Int32Array(rows.length);
  for (let i = 0; i < taken.length; i++) taken[i] = column[rows[i]!]!;
  return taken;
}
