/** The sum of a_k b_k', row by row: A' B where each a_k, b_k is a row. */
export function outerSum(a: readonly Float64Array[], b: readonly Float64Array[], length: number): Float64Array {
  const result = new Float64Array(length * length);
  for (let k = 0; k < a.length; k++) {
    const [left, right] = [a[k]!, b[k]!];
    for (let i = 0; i < length; i++) {
      const [value, row] = [left[i]!, i * length];
      for (let j = 0; j < length; j++) result[row + j]! += value * right[j]!;
    }
  }
  return result;
}
