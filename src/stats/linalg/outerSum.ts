/** The sum of a_k b_k', row by row: A' B where each a_k, b_k is a row. */
export function outerSum(a: readonly Float64Array[], b: readonly Float64Array[], length: number): Float64Array {
  const result = new Float64Array(length * length);
  for (let k = 0; k < a.length; k++)
    for (let i = 0; i < length; i++) for (let j = 0; j < length; j++) result[i * length + j]! += a[k]![i]! * b[k]![j]!;
  return result;
}
