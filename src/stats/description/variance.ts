import {InvalidArgument} from "../errors/invalidArgument.js";
import {centre} from "./centre.js";
import {sumOfSquares} from "./sumOfSquares.js";

/** Sample variance, n - 1 in the denominator. */
export function variance(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 2) throw new InvalidArgument(`invalid values; a variance takes 2 or more: ${n}`);
  return sumOfSquares(centre(values)) / (n - 1);
}
