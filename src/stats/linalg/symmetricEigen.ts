export interface SymmetricEigen {
  readonly values: Float64Array;
  /** vectors[k] belongs to values[k] */
  readonly vectors: readonly Float64Array[];
}

/**
 * Eigenvalues and vectors of a symmetric matrix: Householder's reflections to three diagonals, then QL with implicit shifts.
 * Errors are of the size of rounding beside the greatest eigenvalue.
 *
 * Source     Golub & Van Loan (2013), section 8.3
 */
export function symmetricEigen(matrix: readonly ArrayLike<number>[]): SymmetricEigen {
  const n = matrix.length;
  const [a, vectors] = [new Float64Array(n * n), new Float64Array(n * n)];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) a[i * n + j] = matrix[i]![j]!;
    vectors[i * n + i] = 1;
  }
  const [v, p] = [new Float64Array(n), new Float64Array(n)];
  for (let k = 0; k < n - 2; k++) reflect(a, vectors, {n, k, v, p});
  const [values, beside] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    values[i] = a[i * n + i]!;
    beside[i] = i < n - 1 ? a[i * n + i + 1]! : 0;
  }
  diagonalise(values, beside, vectors);
  return {values, vectors: Array.from(values, (_, i) => vectors.subarray(i * n, (i + 1) * n))};
}

interface Reflection {
  readonly n: number;
  readonly k: number;
  /** written over: the vector of the reflection, and what the matrix makes of it */
  readonly v: Float64Array;
  readonly p: Float64Array;
}

/** Clears row and column k beyond the three diagonals of a matrix row by row, by a reflection that the vectors take part in. */
function reflect(a: Float64Array, vectors: Float64Array, {n, k, v, p}: Reflection): void {
  const size = n - k - 1;
  for (let i = 0; i < size; i++) v[i] = a[k * n + k + 1 + i]!;
  const whole = length(v, size);
  if (whole === Math.abs(v[0]!)) return;
  const head = v[0]! < 0 ? whole : -whole;
  v[0]! -= head;
  const beta = 2 / length(v, size) ** 2;
  for (let i = 0; i < size; i++) {
    const row = (k + 1 + i) * n + k + 1;
    let sum = 0;
    for (let j = 0; j < size; j++) sum += beta * a[row + j]! * v[j]!;
    p[i] = sum;
  }
  let half = 0;
  for (let i = 0; i < size; i++) half += (beta / 2) * p[i]! * v[i]!;
  for (let i = 0; i < size; i++) p[i]! -= half * v[i]!;
  for (let i = 0; i < size; i++) {
    const row = (k + 1 + i) * n + k + 1;
    const [mine, other] = [v[i]!, p[i]!];
    for (let j = 0; j < size; j++) a[row + j]! -= mine * p[j]! + other * v[j]!;
  }
  for (let i = k + 1; i < n; i++) {
    a[k * n + i] = 0;
    a[i * n + k] = 0;
  }
  a[k * n + k + 1] = head;
  a[(k + 1) * n + k] = head;
  for (let column = 0; column < n; column++) {
    let along = 0;
    for (let i = 0; i < size; i++) along += v[i]! * vectors[(k + 1 + i) * n + column]!;
    for (let i = 0; i < size; i++) vectors[(k + 1 + i) * n + column]! -= beta * along * v[i]!;
  }
}

/** Of a matrix of three diagonals; an entry beside the diagonal counts as nought where it is lost in rounding. */
function diagonalise(values: Float64Array, beside: Float64Array, vectors: Float64Array): void {
  const n = values.length;
  let scale = 0;
  for (let i = 0; i < n; i++) scale = Math.max(scale, Math.abs(values[i]!) + Math.abs(beside[i]!));
  const nought = Number.EPSILON * scale;
  for (let first = 0; first < n; first++) {
    for (let turn = 0; turn < 60; turn++) {
      let last = first;
      while (last < n - 1 && Math.abs(beside[last]!) > nought) last++;
      if (last === first) break;
      chase(values, beside, vectors, [first, last]);
    }
  }
}

/** One QL step on a block, shifted by the eigenvalue of its first two rows that lies nearer. */
function chase(
  values: Float64Array,
  beside: Float64Array,
  vectors: Float64Array,
  [first, last]: readonly [number, number]
): void {
  const ratio = (values[first + 1]! - values[first]!) / (2 * beside[first]!);
  const root = Math.hypot(ratio, 1);
  let g = values[last]! - values[first]! + beside[first]! / (ratio + (ratio < 0 ? -root : root));
  let [s, c, shift] = [1, 1, 0];
  for (let i = last - 1; i >= first; i--) {
    const [f, b] = [s * beside[i]!, c * beside[i]!];
    const r = Math.hypot(f, g);
    beside[i + 1] = r;
    if (r === 0) {
      values[i + 1]! -= shift;
      beside[last] = 0;
      return;
    }
    [s, c] = [f / r, g / r];
    const moved = values[i + 1]! - shift;
    const step = (values[i]! - moved) * s + 2 * c * b;
    shift = s * step;
    values[i + 1] = moved + shift;
    g = c * step - b;
    rotate(vectors, i * values.length, values.length, [c, s]);
  }
  values[first]! -= shift;
  beside[first] = g;
  beside[last] = 0;
}

/** Turns a vector of so many values, where it begins, against the one that follows. */
function rotate(vectors: Float64Array, from: number, n: number, [c, s]: readonly [number, number]): void {
  for (let k = from; k < from + n; k++) {
    const x = vectors[k]!;
    const y = vectors[k + n]!;
    vectors[k] = c * x - s * y;
    vectors[k + n] = s * x + c * y;
  }
}

function length(v: Float64Array, size: number): number {
  let squares = 0;
  for (let i = 0; i < size; i++) squares += v[i]! ** 2;
  return Math.sqrt(squares);
}
