import {InvalidArgument} from "../errors/invalidArgument.js";
import {centre} from "./centre.js";
import {dotProduct} from "../linalg/dotProduct.js";

/** Sample variance, n - 1 in the denominator. */
export function variance(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 2) throw new InvalidArgument(`invalid values; a variance takes 2 or more: ${n}`);
  return dotProduct(centre(values)) / (n - 1);
}
