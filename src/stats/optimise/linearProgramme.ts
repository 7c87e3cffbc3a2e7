/**
 * A small dense linear programme: min c'x subject to A x >= b, x free, by the dual simplex method on its dual.
 *
 * Model      dual: max b'l subject to A'l = c, l >= 0; two phases with Bland's rule, so that it ends
 * Source     Dantzig; Bertsimas & Tsitsiklis (1997), chapters 3 and 4
 * @returns the least value, x, and the multipliers l; null if there is no bounded solution
 */
export interface LinearSolution {
  readonly value: number;
  readonly x: Float64Array;
  /** one a row of A, at least 0; above 0 where the row binds */
  readonly multipliers: Float64Array;
  /** rows of A in the final basis */
  readonly basis: Int32Array;
}

const small = 1e-11;

export function linearProgramme(
  c: ArrayLike<number>,
  a: readonly Float64Array[],
  b: ArrayLike<number>
): LinearSolution | null {
  const [k, m] = [c.length, a.length];
  const width = m + k + 1;
  const tableau = Array.from({length: k}, (_, i) => {
    const sign = c[i]! < 0 ? -1 : 1;
    const row = new Float64Array(width);
    for (let j = 0; j < m; j++) row[j] = sign * a[j]![i]!;
    row[m + i] = 1;
    row[width - 1] = sign * c[i]!;
    return row;
  });
  const signs = Float64Array.from(c, (value) => (value < 0 ? -1 : 1));
  const basis = Int32Array.from({length: k}, (_, i) => m + i);
  const first = new Float64Array(width).fill(1, m, m + k);
  if (!simplex(tableau, basis, first, m + k)) return null;
  const left = tableau.reduce((sum, row, i) => sum + (basis[i]! >= m ? row[width - 1]! : 0), 0);
  if (left > 1e-8) return null;
  tableau.forEach((row, i) => {
    if (basis[i]! < m) return;
    const column = row.subarray(0, m).findIndex((value) => Math.abs(value) > 1e-9);
    if (column >= 0) pivot(tableau, basis, i, column);
  });
  const second = new Float64Array(width);
  for (let j = 0; j < m; j++) second[j] = -b[j]!;
  if (!simplex(tableau, basis, second, m)) return null;
  const multipliers = new Float64Array(m);
  basis.forEach((column, i) => {
    if (column < m) multipliers[column] = tableau[i]![width - 1]!;
  });
  const x = Float64Array.from({length: k}, (_, i) => {
    const price = basis.reduce((sum, column, row) => sum + (column < m ? b[column]! : 0) * tableau[row]![m + i]!, 0);
    return signs[i]! * price;
  });
  return {value: multipliers.reduce((sum, value, j) => sum + value * b[j]!, 0), x, multipliers, basis};
}

/** Minimises the cost over the tableau's basis in place; false if it is unbounded. */
function simplex(tableau: Float64Array[], basis: Int32Array, cost: Float64Array, columns: number): boolean {
  const width = cost.length;
  for (let step = 0; step < 10_000; step++) {
    const prices = Float64Array.from(basis, (column) => cost[column]!);
    let entering = -1;
    let least = -1e-10;
    for (let j = 0; j < columns; j++) {
      let reduced = cost[j]!;
      for (let i = 0; i < tableau.length; i++) reduced -= prices[i]! * tableau[i]![j]!;
      if (reduced < least) {
        entering = j;
        if (step > 200) break;
        least = reduced;
      }
    }
    if (entering < 0) return true;
    let leaving = -1;
    let ratio = Infinity;
    for (let i = 0; i < tableau.length; i++) {
      const entry = tableau[i]![entering]!;
      if (entry <= small) continue;
      const here = tableau[i]![width - 1]! / entry;
      if (here < ratio - 1e-14 || (here <= ratio + 1e-14 && leaving >= 0 && basis[i]! < basis[leaving]!)) {
        ratio = here;
        leaving = i;
      }
    }
    if (leaving < 0) return false;
    pivot(tableau, basis, leaving, entering);
  }
  return false;
}

function pivot(tableau: Float64Array[], basis: Int32Array, row: number, column: number): void {
  const at = tableau[row]!;
  const scale = 1 / at[column]!;
  for (let j = 0; j < at.length; j++) at[j]! *= scale;
  tableau.forEach((other, i) => {
    if (i === row) return;
    const factor = other[column]!;
    if (factor === 0) return;
    for (let j = 0; j < other.length; j++) other[j]! -= factor * at[j]!;
  });
  basis[row] = column;
}
