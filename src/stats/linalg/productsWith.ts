import {fourFrom, fourProducts} from "./fourProducts.js";

/** A column's products with others, written to one place of each column's own results; each sum is in the order of its rows. */
export function productsWith(
  x: Float64Array,
  others: readonly Float64Array[],
  into: readonly Float64Array[],
  place: number
): void {
  for (let j = 0; j < others.length; j += 4)
    fourProducts(x, fourFrom(others, j), 0, x.length).forEach((sum, k) => {
      if (j + k < others.length) into[j + k]![place] = sum;
    });
}
