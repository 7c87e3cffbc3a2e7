import {dotProduct} from "../linalg/dotProduct.js";
import {takeRows} from "../linalg/takeRows.js";
import type {LinearFit} from "./fitLinear.js";
import {hatBlock} from "./hatBlock.js";

/**
 * By term, whether one cluster alone identifies it: without that cluster's rows the others determine its column. A sum over
 * clusters then tells nothing of its variance, as that cluster's residuals are orthogonal to it.
 *
 * Model      a direction of the fit that lies in one cluster's rows alone is an eigenvector of H_gg with value 1; the
 *            cluster identifies the terms on which it weighs
 * @param basis  orthonormal basis of the hat matrix, and the rows of each cluster: hatBasis()
 */
export function soleCluster(
  {influence}: Pick<LinearFit, "influence">,
  {q, members}: {readonly q: readonly Float64Array[]; readonly members: readonly (readonly number[])[]}
): boolean[] {
  const lengths = influence.map((column) => Math.sqrt(dotProduct(column)));
  const sole = influence.map(() => false);
  const leverage = new Float64Array(influence[0]?.length ?? 0);
  for (const column of q) for (let row = 0; row < leverage.length; row++) leverage[row]! += column[row]! ** 2;
  for (const rows of members) {
    const trace = rows.reduce((sum, row) => sum + leverage[row]!, 0);
    if (trace < 1 - 1e-9) continue;
    const basis = q.map((column) => takeRows(column, rows));
    const {values, vectors} = hatBlock(basis);
    values.forEach((value, k) => {
      if (value < 1 - 1e-10) return;
      influence.forEach((column, j) => {
        const along = rows.reduce((sum, row, i) => sum + vectors[k]![i]! * column[row]!, 0);
        if (Math.abs(along) > 1e-7 * lengths[j]!) sole[j] = true;
      });
    });
  }
  return sole;
}
