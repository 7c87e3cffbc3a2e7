import {backSolve} from "../linalg/backSolve.js";
import type {MixedDesign} from "./mixedDesign.js";
import type {PenalisedProblem, PenalisedSolution} from "./penalisedLeastSquares.js";

/** b = b_ols + r^-1 g, g the fixed part's solution. */
export function coefficients(
  design: MixedDesign,
  {kept: {n, rows}, dense}: PenalisedProblem,
  {factor}: PenalisedSolution
): Float64Array {
  const p = design.names.length;
  const g = new Float64Array(p);
  for (let j = p - 1; j >= 0; j--) {
    let sum = factor[rows[n - 1]! + dense + j]!;
    for (let k = j + 1; k < p; k++) sum -= factor[rows[dense + k]! + dense + j]! * g[k]!;
    g[j] = sum / factor[rows[dense + j]! + dense + j]!;
  }
  const step = backSolve(design.r, g);
  return design.ols.map((value, j) => value + design.spread * step[j]!);
}

/** s2 r^-1 (L L')^-1 r^-T, L the fixed part's factor. */
export function fixedCovariance(
  design: MixedDesign,
  {kept: {rows}, dense}: PenalisedProblem,
  {factor}: PenalisedSolution,
  sigma: number
): Float64Array[] {
  const p = design.names.length;
  const roots = design.names.map((_, j) => {
    const column = new Float64Array(p);
    for (let i = j; i < p; i++) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k++) sum -= factor[rows[dense + i]! + dense + k]! * column[k]!;
      column[i] = sum / factor[rows[dense + i]! + dense + i]!;
    }
    return column;
  });
  const halves = design.names.map((_, i) =>
    backSolve(
      design.r,
      Float64Array.from(roots, (column) => column[i]!)
    )
  );
  return design.names.map((_, i) =>
    Float64Array.from(
      design.names,
      (_name, j) => sigma ** 2 * halves.reduce((sum, half) => sum + half[i]! * half[j]!, 0)
    )
  );
}

/** along' M along */
export function quadratic(matrix: readonly Float64Array[], along: Float64Array): number {
  return along.reduce((sum, a, i) => sum + a * along.reduce((inner, b, j) => inner + matrix[i]![j]! * b, 0), 0);
}
