import type {Basis} from "../linalg/basisOf.js";
import {keptSums, together} from "../linalg/crossProducts.js";
import {type Four, fourFrom} from "../linalg/fourProducts.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {residualsOf} from "./residualsOf.js";

interface Solved {
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  readonly rss: number;
}

/** a step so small beside what is left is rounding */
const negligible = 1e-14;

/**
 * Least squares on columns of which a basis is known, refined by what is left.
 *
 * @param y  becomes the residuals where the basis is X itself
 * @param products  X'X with X'y and y'y after it, of the columns of the basis where it is X itself
 */
export function leastSquares(
  y: Float64Array,
  x: readonly Float64Array[],
  basis: Basis,
  products: readonly Float64Array[]
): Solved {
  return basis.isX ? byProducts(y, x, basis, products) : byBasis(y, x, basis);
}

function byProducts(
  y: Float64Array,
  x: readonly Float64Array[],
  {solve}: Basis,
  products: readonly Float64Array[]
): Solved {
  const coefficients = new Float64Array(x.length);
  let [along, rss] = [products.at(-1)!, products.at(-1)!.at(-1)!];
  for (let turn = 0; turn < 3; turn++) {
    const step = solve(along.subarray(0, x.length));
    step.forEach((value, j) => (coefficients[j]! += value));
    if (turn > 0 && step.every((value, j) => value ** 2 * products[j]![j]! <= negligible ** 2 * rss)) break;
    along = takeOff(y, x, step);
    rss = along[x.length]!;
  }
  return {coefficients, residuals: y, rss};
}

/** Takes columns off what is left, in place; its products with each and, at last, with itself. */
function takeOff(left: Float64Array, x: readonly Float64Array[], by: Float64Array): Float64Array {
  const sums = keptSums([...x, left]);
  const fours = x.flatMap((_, j) => (j % 4 === 0 ? [{columns: fourFrom(x, j), by: [...by.subarray(j, j + 4)]}] : []));
  for (let from = 0; from < left.length; from += together) {
    const to = Math.min(left.length, from + together);
    for (const {columns, by: times} of fours) lessFour(left, columns, times, from, to);
    sums.add(left, from, to);
  }
  return sums.totals();
}

/** Takes four columns off some rows; those past the last are taken no times. */
function lessFour(
  left: Float64Array,
  [a, b, c, d]: Four<Float64Array>,
  by: readonly number[],
  from: number,
  to: number
): void {
  const p = by[0]!;
  const q = by[1] ?? 0;
  const r = by[2] ?? 0;
  const s = by[3] ?? 0;
  for (let row = from; row < to; row++) left[row] = left[row]! - p * a[row]! - q * b[row]! - r * c[row]! - s * d[row]!;
}

function byBasis(y: Float64Array, x: readonly Float64Array[], {columns, solve}: Basis): Solved {
  const coefficients = new Float64Array(x.length);
  let residuals = y;
  for (let pass = 0; pass < 2; pass++) {
    const step = solve(Float64Array.from(columns, (column) => dotProduct(column, residuals)));
    step.forEach((value, j) => (coefficients[j]! += value));
    residuals = residualsOf(y, x, coefficients);
  }
  return {coefficients, residuals, rss: dotProduct(residuals)};
}
