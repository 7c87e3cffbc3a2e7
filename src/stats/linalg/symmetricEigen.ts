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
  const a = matrix.map((row) => Float64Array.from(row));
  const vectors = a.map((_, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  });
  for (let k = 0; k < n - 2; k++) reflect(a, vectors, k);
  const values = Float64Array.from(a, (row, i) => row[i]!);
  const beside = Float64Array.from(a, (row, i) => row[i + 1] ?? 0);
  diagonalise(values, beside, vectors);
  return {values, vectors};
}

/** Clears row and column k beyond the three diagonals, by a reflection that the vectors take part in. */
function reflect(a: Float64Array[], vectors: readonly Float64Array[], k: number): void {
  const n = a.length;
  const v = a[k]!.slice(k + 1);
  const size = length(v);
  if (size === Math.abs(v[0]!)) return;
  const head = v[0]! < 0 ? size : -size;
  v[0]! -= head;
  const beta = 2 / length(v) ** 2;
  const p = new Float64Array(v.length);
  for (let i = k + 1; i < n; i++) for (let j = k + 1; j < n; j++) p[i - k - 1]! += beta * a[i]![j]! * v[j - k - 1]!;
  let half = 0;
  for (let i = 0; i < v.length; i++) half += (beta / 2) * p[i]! * v[i]!;
  for (let i = 0; i < v.length; i++) p[i]! -= half * v[i]!;
  for (let i = k + 1; i < n; i++) {
    const [row, mine, other] = [a[i]!, v[i - k - 1]!, p[i - k - 1]!];
    for (let j = k + 1; j < n; j++) row[j]! -= mine * p[j - k - 1]! + other * v[j - k - 1]!;
  }
  a[k]!.fill(0, k + 1);
  for (let i = k + 1; i < n; i++) a[i]![k] = 0;
  a[k]![k + 1] = a[k + 1]![k] = head;
  for (let column = 0; column < n; column++) {
    let along = 0;
    for (let i = 0; i < v.length; i++) along += v[i]! * vectors[k + 1 + i]![column]!;
    for (let i = 0; i < v.length; i++) vectors[k + 1 + i]![column]! -= beta * along * v[i]!;
  }
}

/** Of a matrix of three diagonals; an entry beside the diagonal counts as nought where it is lost in rounding. */
function diagonalise(values: Float64Array, beside: Float64Array, vectors: readonly Float64Array[]): void {
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
  vectors: readonly Float64Array[],
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
    rotate(vectors[i]!, vectors[i + 1]!, c, s);
  }
  values[first]! -= shift;
  beside[first] = g;
  beside[last] = 0;
}

function rotate(a: Float64Array, b: Float64Array, c: number, s: number): void {
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k]!, b[k]!];
    a[k] = c * x - s * y;
    b[k] = s * x + c * y;
  }
}

function length(v: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < v.length; i++) squares += v[i]! ** 2;
  return Math.sqrt(squares);
}
