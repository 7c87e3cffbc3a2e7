import {closedOptions} from "../errors/closedOptions.js";
import {dotProduct} from "./dotProduct.js";

export interface Orthogonal {
  /** orthonormal columns, each of length n */
  readonly q: readonly Float64Array[];
  /** upper triangle by column: r[j][i] for i <= j */
  readonly r: readonly Float64Array[];
  /** places of the columns that depend on those before them; they are in neither q nor r */
  readonly dependent: readonly number[];
}

/**
 * Columns = q r by Gram-Schmidt, each column made orthogonal twice, which keeps q orthogonal to rounding.
 *
 * Source     Giraud, Langou & Rozloznik (2005), "twice is enough"
 * @param tolerance  a column that keeps less than this share of its length depends on those before it
 */
export function orthogonalise(columns: readonly Float64Array[], {tolerance = 1e-9, ...others} = {}): Orthogonal {
  closedOptions("orthogonalise", others, ["tolerance"]);
  const q: Float64Array[] = [];
  const r: Float64Array[] = [];
  const dependent: number[] = [];
  columns.forEach((column, j) => {
    const {unit, coefficients} = beside(q, column, tolerance);
    if (!unit) {
      dependent.push(j);
      return;
    }
    q.push(unit);
    r.push(coefficients);
  });
  return {q, r, dependent};
}

/**
 * What an orthonormal basis leaves of a column, of length 1, null where it leaves too little; what the column has of each of
 * the basis, and at last of what is left.
 */
export function beside(
  q: readonly Float64Array[],
  column: Float64Array,
  tolerance = 1e-9
): {readonly unit: Float64Array | null; readonly coefficients: Float64Array} {
  const rest = column.slice();
  const length = Math.sqrt(dotProduct(rest));
  const coefficients = new Float64Array(q.length + 1);
  let along = q.length > 0 ? dotProduct(q[0]!, rest) : 0;
  for (let i = 0; i < 2 * q.length; i++) {
    const place = i < q.length ? i : i - q.length;
    const next = i + 1 < 2 * q.length ? q[(i + 1) % q.length]! : rest;
    coefficients[place]! += along;
    along = lessAlong(rest, q[place]!, along, next);
  }
  const left = q.length > 0 ? Math.sqrt(along) : length;
  if (!(left > tolerance * length)) return {unit: null, coefficients};
  coefficients[q.length] = left;
  for (let row = 0; row < rest.length; row++) rest[row]! /= left;
  return {unit: rest, coefficients};
}

/** Takes so much of a basis off what is left, in place; returns what that has along the next, as dotProduct() has it. */
function lessAlong(rest: Float64Array, basis: Float64Array, along: number, next: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (let row = 0; row < rest.length; row++) {
    rest[row]! -= along * basis[row]!;
    const value = next[row]! * rest[row]!;
    const sum = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - sum + value : value - sum + total;
    total = sum;
  }
  return total + lost;
}
