import type {Envelope} from "./envelope.js";

const block = 48;

/**
 * Lower factor of a positive definite matrix, in place of its lower triangle, which fills no more than its envelope.
 *
 * @param upTo   rows to factor; those below it are only solved against the factor
 * @returns whether every pivot was positive
 */
export function cholesky(a: Float64Array, kept: Envelope, upTo = kept.n): boolean {
  for (let from = 0; from < upTo; from += block) {
    const to = Math.min(upTo, from + block);
    if (!factorBlock(a, kept, from, to)) return false;
    const below = rowsBelow(kept, to);
    if (below.length === 0) continue;
    const panel = solvePanel(a, kept, below, from, to);
    update(a, kept, below, panel, to - from);
  }
  return true;
}

/** The rows from one on that begin before it. */
function rowsBelow({n, first}: Envelope, to: number): Int32Array {
  const below = new Int32Array(n - to);
  let count = 0;
  for (let i = to; i < n; i++) if (first[i]! < to) below[count++] = i;
  return below.subarray(0, count);
}

/** Factors the block on the diagonal, whose rows have had what is left of it taken off. */
function factorBlock(a: Float64Array, {first, rows}: Envelope, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const row = rows[i]!;
    const start = Math.max(from, first[i]!);
    for (let j = start; j <= i; j++) {
      const other = rows[j]!;
      let sum = a[row + j]!;
      for (let k = Math.max(start, first[j]!); k < j; k++) sum -= a[row + k]! * a[other + k]!;
      if (j < i) a[row + j] = sum / a[other + j]!;
      else if (sum > 0) a[row + j] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/**
 * Solves the rows below a block against it, four at a time, so that none waits for another; where fewer are left, one for
 * several. Returns them, row by row.
 */
function solvePanel(a: Float64Array, kept: Envelope, below: Int32Array, from: number, to: number): Float64Array {
  const {first, rows} = kept;
  const width = to - from;
  const own = new Float64Array(width * width);
  for (let j = from; j < to; j++)
    for (let k = Math.max(from, first[j]!); k <= j; k++) own[(j - from) * width + k - from] = a[rows[j]! + k]!;
  const panel = new Float64Array(below.length * width);
  below.forEach((i, at) => {
    const start = Math.max(from, first[i]!);
    for (let k = start; k < to; k++) panel[at * width + k - from] = a[rows[i]! + k]!;
  });
  for (let i = 0; i < below.length; i += 4) {
    const left = Math.min(4, below.length - i);
    const p = i * width;
    const q = left > 1 ? p + width : p;
    const r = left > 2 ? q + width : p;
    const s = left > 3 ? r + width : p;
    for (let j = 0; j < width; j++) {
      const other = j * width;
      let pj = panel[p + j]!;
      let qj = panel[q + j]!;
      let rj = panel[r + j]!;
      let sj = panel[s + j]!;
      for (let k = 0; k < j; k++) {
        const c = own[other + k]!;
        pj -= panel[p + k]! * c;
        qj -= panel[q + k]! * c;
        rj -= panel[r + k]! * c;
        sj -= panel[s + k]! * c;
      }
      const pivot = own[other + j]!;
      panel[p + j] = pj / pivot;
      panel[q + j] = qj / pivot;
      panel[r + j] = rj / pivot;
      panel[s + j] = sj / pivot;
    }
  }
  below.forEach((i, at) => {
    const start = Math.max(from, first[i]!);
    for (let k = start; k < to; k++) a[rows[i]! + k] = panel[at * width + k - from]!;
  });
  return panel;
}

/** Takes the products of a block's columns off the triangle below it, two rows by four columns at a time. */
function update(
  a: Float64Array,
  {rows: starts}: Envelope,
  below: Int32Array,
  panel: Float64Array,
  width: number
): void {
  const rows = below.length;
  for (let i = 0; i < rows; i += 2) {
    const second = Math.min(i + 1, rows - 1);
    const [p, q] = [i * width, second * width];
    const [top, next] = [starts[below[i]!]!, starts[below[second]!]!];
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
      const [c0, c1, c2, c3] = [below[j]!, below[j + 1]!, below[j + 2]!, below[j + 3]!];
      a[top + c0]! -= s0;
      a[top + c1]! -= s1;
      a[top + c2]! -= s2;
      a[top + c3]! -= s3;
      if (second === i) continue;
      a[next + c0]! -= t0;
      a[next + c1]! -= t1;
      a[next + c2]! -= t2;
      a[next + c3]! -= t3;
    }
    for (; j <= second; j++) {
      const other = j * width;
      let [s, t] = [0, 0];
      for (let k = 0; k < width; k++) {
        s += panel[p + k]! * panel[other + k]!;
        t += panel[q + k]! * panel[other + k]!;
      }
      if (j <= i) a[top + below[j]!]! -= s;
      if (second !== i) a[next + below[j]!]! -= t;
    }
  }
}
