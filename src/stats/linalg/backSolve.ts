/** x with r x = b, r an upper triangle by column. */
export function backSolve(r: readonly ArrayLike<number>[], b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let j = r.length - 1; j >= 0; j--) {
    x[j]! /= r[j]![j]!;
    for (let i = 0; i < j; i++) x[i]! -= r[j]![i]! * x[j]!;
  }
  return x;
}
