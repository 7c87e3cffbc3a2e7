import {dotProduct} from "../linalg/dotProduct.js";
import {symmetricEigen, type SymmetricEigen} from "../linalg/symmetricEigen.js";

/**
 * Eigenvalues of a cluster's block of the hat matrix, H_gg = sum_k q_k q_k', but those that are 0, and their vectors, each
 * as long as the cluster has rows. By the smaller of Q_g Q_g' and Q_g' Q_g, whose eigenvalues are the same.
 *
 * @param basis  the cluster's rows of each column of an orthonormal basis
 */
export function hatBlock(basis: readonly Float64Array[]): SymmetricEigen {
  const rows = basis[0]?.length ?? 0;
  const wide = rows < basis.length;
  const {values, vectors} = wide ? symmetricEigen(outer(basis, rows)) : symmetricEigen(inner(basis));
  const kept = [...values.keys()].filter((k) => values[k]! >= 1e-12);
  return {
    values: Float64Array.from(kept, (k) => values[k]!),
    vectors: kept.map((k) => (wide ? vectors[k]! : combine(basis, vectors[k]!, values[k]! ** -0.5)))
  };
}

function inner(basis: readonly Float64Array[]): Float64Array[] {
  const product = basis.map(() => new Float64Array(basis.length));
  for (const [i, a] of basis.entries())
    for (let j = 0; j <= i; j++) product[i]![j] = product[j]![i] = dotProduct(a, basis[j]!);
  return product;
}

function outer(basis: readonly Float64Array[], rows: number): Float64Array[] {
  const sum = Array.from({length: rows}, () => new Float64Array(rows));
  for (const column of basis)
    for (let i = 0; i < rows; i++) for (let j = 0; j < rows; j++) sum[i]![j]! += column[i]! * column[j]!;
  return sum;
}

function combine(basis: readonly Float64Array[], weights: Float64Array, scale: number): Float64Array {
  const sum = new Float64Array(basis[0]!.length);
  basis.forEach((column, k) => {
    const weight = weights[k]! * scale;
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * column[i]!;
  });
  return sum;
}
