import {dotProduct} from "../linalg/dotProduct.js";
import {hatBlock} from "./hatBlock.js";

/** more columns than these make a decomposition dearer than a series */
const fewColumns = 3;
/** a block of the hat matrix whose trace is so small is bent by a series: at 0.2 its terms fall below rounding in 20 steps */
const smallTrace = 0.2;
const rounding = 2 ** -54;

/**
 * v -> (I - H_gg)^-1/2 v for CR2, (I - H_gg)^-1 v for CR3, in place.
 *
 * Model      H_gg = Q_g Q_g'; by its eigenvectors, or where it is small, as with many clusters, by the binomial series
 *            sum_k c_k H_gg^k v, c_k+1 = c_k (2k + 1) / (2k + 2) for CR2, 1 for CR3
 * @param basis  the cluster's rows of each column of an orthonormal basis of the hat matrix
 */
export function bendByBlock(
  basis: readonly Float64Array[],
  type: "CR2" | "CR3"
): (vector: Float64Array) => Float64Array {
  const trace = basis.reduce((sum, column) => sum + dotProduct(column), 0);
  return basis.length > fewColumns && trace <= smallTrace ? bySeries(basis, type) : byEigenvectors(basis, type);
}

function byEigenvectors(basis: readonly Float64Array[], type: "CR2" | "CR3") {
  const {values, vectors} = hatBlock(basis);
  return (a: Float64Array): Float64Array => {
    values.forEach((value, k) => {
      const left = 1 - value;
      const power = left < 1e-10 ? 0 : type === "CR2" ? left ** -0.5 : 1 / left;
      const vector = vectors[k]!;
      const size = (power - 1) * dotProduct(vector, a);
      for (let i = 0; i < a.length; i++) a[i]! += size * vector[i]!;
    });
    return a;
  };
}

function bySeries(basis: readonly Float64Array[], type: "CR2" | "CR3") {
  const rows = basis[0]?.length ?? 0;
  const block = new Float64Array(rows * rows);
  for (const column of basis)
    for (let i = 0; i < rows; i++) for (let j = 0; j < rows; j++) block[i * rows + j]! += column[i]! * column[j]!;
  let [term, next] = [new Float64Array(rows), new Float64Array(rows)];
  return (a: Float64Array): Float64Array => {
    term.set(a);
    const least = rounding * dotProduct(a);
    for (let k = 0, size = Infinity; size > rounding * least; k++) {
      const factor = type === "CR2" ? (2 * k + 1) / (2 * k + 2) : 1;
      size = 0;
      for (let i = 0; i < rows; i++) {
        let sum = 0;
        for (let j = 0; j < rows; j++) sum += block[i * rows + j]! * term[j]!;
        next[i] = factor * sum;
        size += next[i]! * next[i]!;
        a[i]! += next[i]!;
      }
      [term, next] = [next, term];
    }
    return a;
  };
}
