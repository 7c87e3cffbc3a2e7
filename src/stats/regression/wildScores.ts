import {dotProduct} from "../linalg/dotProduct.js";
import type {LinearFit} from "./fitLinear.js";
import {hatBasis} from "./hatBasis.js";

/**
 * Each cluster's share of the coefficient, z_g' e_g, and what of it projection on the other columns takes: q_g = Z_g' Q_g,
 * Q_g' e_g. Second members are those of the term's own residualised column, for the inversion.
 */
export interface WildScores {
  readonly own: Float64Array;
  readonly ownX: Float64Array;
  readonly loading: readonly Float64Array[];
  readonly part: readonly Float64Array[];
  readonly partX: readonly Float64Array[];
}

export function scoresOf(fit: LinearFit, at: number, restricted: boolean): WildScores {
  const {frame, influence, residuals, coefficients} = fit;
  const codes = frame.groups[0]!;
  const z = influence[at]!;
  const {q} = hatBasis(fit, codes);
  const length = dotProduct(z);
  const own = z.map((value) => value / length);
  const e = restricted ? residuals.map((value, row) => value + coefficients[at]! * own[row]!) : residuals;
  const byCluster = (a: Float64Array, b: Float64Array): Float64Array => {
    const sums = new Float64Array(codes.levels);
    for (let row = 0; row < a.length; row++) sums[codes.codes[row]!]! += a[row]! * b[row]!;
    return sums;
  };
  return {
    own: byCluster(z, e),
    ownX: restricted ? byCluster(z, own) : new Float64Array(codes.levels),
    loading: q.map((column) => byCluster(z, column)),
    part: q.map((column) => byCluster(column, e)),
    partX: restricted ? q.map((column) => byCluster(column, own)) : q.map(() => new Float64Array(codes.levels))
  };
}
