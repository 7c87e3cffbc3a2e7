/**
 * Lower factor of a positive definite matrix, in place of its lower triangle, row by row in one array.
 *
 * @param a      n by n, row i from i * n
 * @param upTo   rows to factor; those below it are only solved against the factor
 * @returns whether every pivot was positive
 */
export function cholesky(a: Float64Array, n: number, upTo = n): boolean {
  const block = 48;
  for (let from = 0; from < upTo; from += block) {
    const to = Math.min(upTo, from + block);
    if (!factorBlock(a, n, from, to)) return false;
    solvePanel(a, n, from, to);
    update(a, n, from, to);
  }
  return true;
}

/** Factors the block on the diagonal, whose rows have had what is left of it taken off. */
function factorBlock(a: Float64Array, n: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const row = i * n;
    for (let j = from; j <= i; j++) {
      const other = j * n;
      let sum = a[row + j]!;
      for (let k = from; k < j; k++) sum -= a[row + k]! * a[other + k]!;
      if (j < i) a[row + j] = sum / a[other + j]!;
      else if (sum > 0) a[row + j] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Solves the rows below a block against it, four at a time, so that none waits for another; where fewer are left, one for several. */
function solvePanel(a: Float64Array, n: number, from: number, to: number): void {
  for (let i = to; i < n; i += 4) {
    const rows = Math.min(4, n - i);
    const p = i * n;
    const q = rows > 1 ? p + n : p;
    const r = rows > 2 ? q + n : p;
    const s = rows > 3 ? r + n : p;
    for (let j = from; j < to; j++) {
      const other = j * n;
      let pj = a[p + j]!;
      let qj = a[q + j]!;
      let rj = a[r + j]!;
      let sj = a[s + j]!;
      for (let k = from; k < j; k++) {
        const c = a[other + k]!;
        pj -= a[p + k]! * c;
        qj -= a[q + k]! * c;
        rj -= a[r + k]! * c;
        sj -= a[s + k]! * c;
      }
      const pivot = a[other + j]!;
      a[p + j] = pj / pivot;
      a[q + j] = qj / pivot;
      a[r + j] = rj / pivot;
      a[s + j] = sj / pivot;
    }
  }
}

/** Takes the products of a block's columns off the triangle below it, two rows by four columns at a time. */
function update(a: Float64Array, n: number, from: number, to: number): void {
  const width = to - from;
  const panel = new Float64Array((n - to) * width);
  for (let i = to; i < n; i++) for (let k = 0; k < width; k++) panel[(i - to) * width + k] = a[i * n + from + k]!;
  const rows = n - to;
  for (let i = 0; i < rows; i += 2) {
    const second = Math.min(i + 1, rows - 1);
    const [p, q] = [i * width, second * width];
    const [top, next] = [(to + i) * n + to, (to + second) * n + to];
    let j = 0;
    for (; j + 3 <= i; j += 4) {
      const o0 = j * width;
      const o1 = o0 + width;
      const o2 = o1 + width;
      const o3 = o2 + width;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      for (let k = 0; k < width; k++) {
        const u = panel[p + k]!;
        const v = panel[q + k]!;
        const c0 = panel[o0 + k]!;
        const c1 = panel[o1 + k]!;
        const c2 = panel[o2 + k]!;
        const c3 = panel[o3 + k]!;
        s0 += u * c0;
        s1 += u * c1;
        s2 += u * c2;
        s3 += u * c3;
        t0 += v * c0;
        t1 += v * c1;
        t2 += v * c2;
        t3 += v * c3;
      }
      a[top + j]! -= s0;
      a[top + j + 1]! -= s1;
      a[top + j + 2]! -= s2;
      a[top + j + 3]! -= s3;
      if (second === i) continue;
      a[next + j]! -= t0;
      a[next + j + 1]! -= t1;
      a[next + j + 2]! -= t2;
      a[next + j + 3]! -= t3;
    }
    for (; j <= second; j++) {
      const other = j * width;
      let [s, t] = [0, 0];
      for (let k = 0; k < width; k++) {
        s += panel[p + k]! * panel[other + k]!;
        t += panel[q + k]! * panel[other + k]!;
      }
      if (j <= i) a[top + j]! -= s;
      if (second !== i) a[next + j]! -= t;
    }
  }
}
