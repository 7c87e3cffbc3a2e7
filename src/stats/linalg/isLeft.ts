import {dotProduct} from "./dotProduct.js";

/** below this share of a column's length what is left of it is rounding */
const rounding = 1e-9;

/** Whether a projection leaves more of a column than rounding, in whatever unit the column is. */
export function isLeft(left: Float64Array, column: Float64Array): boolean {
  return dotProduct(left) > rounding ** 2 * dotProduct(column);
}
