import {backSolve} from "./backSolve.js";
import {dotProduct} from "./dotProduct.js";
import {orthogonalise} from "./orthogonalise.js";

/** Columns that span those of X, of which X (X'X)^-1 and least squares are made. */
export interface Basis {
  /** X itself, or orthonormal columns */
  readonly columns: readonly Float64Array[];
  readonly isX: boolean;
  /** of products with the columns: coefficients on X */
  readonly solve: (along: Float64Array) => Float64Array;
  /** X (X'X)^-1: what each of its columns has of each of the basis */
  readonly by: readonly Float64Array[];
  /** (X'X)^-1 */
  readonly unscaled: readonly Float64Array[];
  /** places of the columns of X that depend on those before them and are left out of it */
  readonly dependent: readonly number[];
}

/** share of each column's squares, once those before it are taken off, with which X'X loses three digits at most */
const enough = 1e-3;

/**
 * X itself where no column comes near those before it, as its products, refined once, then give what an orthonormal basis
 * gives; else that basis, by Gram-Schmidt.
 *
 * Source     Björck (1996), Numerical Methods for Least Squares Problems, 2.9.3, "corrected seminormal equations"
 * @param products  X'X
 */
export function basisOf(columns: readonly Float64Array[], products: readonly Float64Array[]): Basis {
  const factor = upperFactor(products);
  if (factor) {
    const unscaled = squaresOf(inverseOf(factor));
    const solve = (along: Float64Array): Float64Array => Float64Array.from(unscaled, (row) => dotProduct(row, along));
    return {columns, isX: true, solve, by: unscaled, unscaled, dependent: []};
  }
  const {q, r, dependent} = orthogonalise(columns);
  const by = inverseOf(r);
  return {columns: q, isX: false, solve: (along) => backSolve(r, along), by, unscaled: squaresOf(by), dependent};
}

/** The upper factor by column, null where a pivot is small. */
function upperFactor(products: readonly Float64Array[]): Float64Array[] | null {
  const factor: Float64Array[] = [];
  for (const [j, row] of products.entries()) {
    const column = new Float64Array(j + 1);
    let left = row[j]!;
    for (let i = 0; i < j; i++) {
      let sum = row[i]!;
      for (let k = 0; k < i; k++) sum -= factor[i]![k]! * column[k]!;
      column[i] = sum / factor[i]![i]!;
      left -= column[i]! ** 2;
    }
    if (!(left >= enough * row[j]! && left > 0)) return null;
    column[j] = Math.sqrt(left);
    factor.push(column);
  }
  return factor;
}

/** The inverse of an upper triangle by column, row by row. */
function inverseOf(r: readonly Float64Array[]): Float64Array[] {
  const columns = r.map((_, j) =>
    backSolve(
      r,
      Float64Array.from(r, (_column, i) => (i === j ? 1 : 0))
    )
  );
  return r.map((_, i) => Float64Array.from(columns, (column) => column[i]!));
}

/** A A'. */
function squaresOf(rows: readonly Float64Array[]): Float64Array[] {
  return rows.map((a) => Float64Array.from(rows, (b) => dotProduct(a, b)));
}
