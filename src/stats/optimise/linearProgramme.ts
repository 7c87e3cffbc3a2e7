import {NotIdentified} from "../errors/notIdentified.js";

export interface Vertex {
  readonly value: number;
  readonly x: Float64Array;
}

/**
 * Small linear programmes over one set {x >= 0 : A x = b}, whose objective changes from call to call.
 *
 * Model      greatest c'x; a dense tableau, made feasible once, from which each objective starts anew, so that answers do
 *            not depend on the order of calls
 * Source     Dantzig's rule, then Bland's (1977), which can't cycle
 * Not here   unbounded sets: the caller's has a bound in it, else this throws
 *
 * @param a  by column, each of length m
 * @returns null where the set is empty
 */
export function linearProgramme(
  a: readonly Float64Array[],
  b: ArrayLike<number>
): ((objective: ArrayLike<number>) => Vertex) | null {
  const n = a.length;
  const m = b.length;
  const rows = Array.from({length: m}, (_, i) => {
    const sign = b[i]! < 0 ? -1 : 1;
    const row = new Float64Array(n + m + 1);
    a.forEach((column, j) => (row[j] = sign * column[i]!));
    row[n + i] = 1;
    row[n + m] = sign * b[i]!;
    return row;
  });
  const basis = Int32Array.from({length: m}, (_, i) => n + i);
  climb(
    rows,
    basis,
    Float64Array.from({length: n + m}, (_, j) => (j < n ? 0 : -1))
  );
  if (rows.some((row, i) => basis[i]! >= n && row[n + m]! > 1e-9)) return null;
  const kept = rows.flatMap((row, i) => {
    if (basis[i]! < n) return [i];
    const j = row.findIndex((value, at) => at < n && Math.abs(value) > 1e-9);
    if (j < 0) return [];
    pivot(rows, basis, i, j);
    return [i];
  });
  const feasible = kept.map((i) => Float64Array.of(...rows[i]!.subarray(0, n), rows[i]![n + m]!));
  const start = Int32Array.from(kept, (i) => basis[i]!);
  return (objective) => {
    const tableau = feasible.map((row) => Float64Array.from(row));
    const at = Int32Array.from(start);
    climb(tableau, at, objective);
    const x = new Float64Array(n);
    let value = 0;
    at.forEach((j, i) => {
      x[j] = tableau[i]![n]!;
      value += objective[j]! * x[j];
    });
    return {value, x};
  };
}

function climb(rows: Float64Array[], basis: Int32Array, objective: ArrayLike<number>): void {
  const n = objective.length;
  let size = 0;
  for (let j = 0; j < n; j++) size = Math.max(size, Math.abs(objective[j]!));
  for (let round = 0; round < 5000; round++) {
    let entering = -1;
    let greatest = 1e-11 * size;
    for (let j = 0; j < n; j++) {
      let gain = objective[j]!;
      for (let i = 0; i < rows.length; i++) gain -= objective[basis[i]!]! * rows[i]![j]!;
      if (gain <= greatest) continue;
      entering = j;
      if (round > 100) break;
      greatest = gain;
    }
    if (entering < 0) return;
    let leaving = -1;
    let least = Infinity;
    rows.forEach((row, i) => {
      if (row[entering]! <= 1e-11) return;
      const ratio = row.at(-1)! / row[entering]!;
      if (ratio < least || (ratio === least && basis[i]! < basis[leaving]!)) [least, leaving] = [ratio, i];
    });
    if (leaving < 0)
      throw new NotIdentified("not feasible: the programme has no greatest value; bound its set", "not feasible");
    pivot(rows, basis, leaving, entering);
  }
  throw new NotIdentified("not converged: the programme in 5,000 pivots; rescale its columns", "not converged");
}

function pivot(rows: Float64Array[], basis: Int32Array, leaving: number, entering: number): void {
  const own = rows[leaving]!;
  const scale = own[entering]!;
  for (let j = 0; j < own.length; j++) own[j]! /= scale;
  own[entering] = 1;
  for (const row of rows) {
    const by = row[entering]!;
    if (row === own || by === 0) continue;
    for (let j = 0; j < row.length; j++) row[j]! -= by * own[j]!;
    row[entering] = 0;
  }
  basis[leaving] = entering;
}
