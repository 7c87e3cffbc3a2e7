/**
 * Lower factor of a positive definite matrix, in place of its lower triangle, row by row in one array.
 *
 * @param a      n by n, row i from i * n
 * @param upTo   rows to factor; those below it are only solved against the factor
 * @returns whether every pivot was positive
 */
export function cholesky(a: Float64Array, n: number, upTo = n): boolean {
  const block = 32;
  for (let from = 0; from < upTo; from += block) {
    const to = Math.min(upTo, from + block);
    for (let i = from; i < n; i++) {
      const row = i * n;
      const last = Math.min(i + 1, to);
      for (let j = from; j < last; j++) {
        const other = j * n;
        let sum = a[row + j]!;
        for (let k = from; k < j; k++) sum -= a[row + k]! * a[other + k]!;
        if (j < i) a[row + j] = sum / a[other + j]!;
        else if (sum > 0) a[row + j] = Math.sqrt(sum);
        else return false;
      }
    }
    for (let i = to; i < n; i++) {
      const row = i * n;
      let j = to;
      for (; j + 3 <= i; j += 4) {
        const [o0, o1, o2, o3] = [j * n, (j + 1) * n, (j + 2) * n, (j + 3) * n];
        let [s0, s1, s2, s3] = [0, 0, 0, 0];
        for (let k = from; k < to; k++) {
          const value = a[row + k]!;
          s0 += value * a[o0 + k]!;
          s1 += value * a[o1 + k]!;
          s2 += value * a[o2 + k]!;
          s3 += value * a[o3 + k]!;
        }
        a[row + j]! -= s0;
        a[row + j + 1]! -= s1;
        a[row + j + 2]! -= s2;
        a[row + j + 3]! -= s3;
      }
      for (; j <= i; j++) {
        const other = j * n;
        let sum = 0;
        for (let k = from; k < to; k++) sum += a[row + k]! * a[other + k]!;
        a[row + j]! -= sum;
      }
    }
  }
  return true;
}
