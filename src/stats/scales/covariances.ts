import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {centre} from "../description/centre.js";
import {dotProduct} from "../linalg/dotProduct.js";

/** Covariance of two columns over the rows in which both have a value, with the number of those. */
export function covariance(a: Column, b: Column): {readonly n: number; readonly value: number} {
  const {n, columns} = completeCases({a, b});
  if (n < 2)
    throw new NotIdentified(`not identified: ${n} rows with both of two items; drop one of them`, "too few rows", {
      has: n,
      needs: 2
    });
  return {n, value: dotProduct(centre(columns.a), centre(columns.b)) / (n - 1)};
}

/** Covariance matrix of items, pair by pair. */
export function covariances(items: readonly Column[]): number[][] {
  const matrix = items.map(() => items.map(() => 0));
  for (let i = 0; i < items.length; i++) {
    for (let j = 0; j <= i; j++) matrix[i]![j] = matrix[j]![i] = covariance(items[i]!, items[j]!).value;
  }
  return matrix;
}
