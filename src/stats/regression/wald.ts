import {leastOf} from "../description/leastOf.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {fisherFUpper} from "../distribution/fisherF.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import type {LinearFit} from "./fitLinear.js";
import type {Variance} from "./coefficientVariance.js";

export interface Wald {
  readonly F: number;
  readonly df1: number;
  /** null, as p, where the clusters are too few for so many terms */
  readonly df2: number | null;
  readonly p: number | null;
  /** HTZ with CR2, F with every other variance */
  readonly test: "HTZ" | "F";
}

/**
 * Joint test that several coefficients are nought, with whichever variance was chosen.
 *
 * Model      F = b' V^-1 b / q, on q and the terms' degrees of freedom; with CR2 times (eta - q + 1) / eta, on q and
 *            eta - q + 1, eta as hotelling.ts has it
 * Source     Pustejovsky & Tipton (2018), whose HTZ keeps its size where the least of the terms' df is too careful;
 *            checked against clubSandwich's Wald_test: golden/regression/joint.R
 * @throws {NotIdentified} if the variance of the terms has no full rank
 */
export function wald({frame, coefficients}: LinearFit, variance: Variance, terms: readonly string[]): Wald {
  const {matrix, df, joint, sole} = variance;
  const at = terms.map((term) => frame.names.indexOf(term));
  const unknown = terms.find((_, i) => at[i] === -1);
  if (unknown !== undefined) throw new InvalidArgument(`unknown term: ${unknown}; there are ${frame.names.join(", ")}`);
  const q = at.length;
  if (q === 0) throw new InvalidArgument("invalid test; name at least one term");
  const lone = terms.find((_, i) => sole?.[at[i]!]);
  if (lone !== undefined)
    throw new NotIdentified(
      `not identified: one cluster alone identifies ${lone}; leave it out of test`,
      "too few groups",
      {has: 1, needs: 2}
    );
  const scale = at.map((j) => Math.sqrt(matrix[j]![j]!));
  const {values, vectors} = symmetricEigen(at.map((i, a) => at.map((j, b) => matrix[i]![j]! / scale[a]! / scale[b]!)));
  if (values.some((value) => !(value > 1e-10)))
    throw new NotIdentified(
      `not identified: the variance of ${q} terms has no full rank; test fewer, or use more clusters`,
      "collinear"
    );
  const b = Float64Array.from(at, (j, a) => coefficients[j]! / scale[a]!);
  const F = vectors.reduce((sum, vector, k) => sum + dotProduct(vector, b) ** 2 / values[k]!, 0) / q;
  if (!joint) {
    const df2 = leastOf(at.map((j) => df[j]!));
    return {F, df1: q, df2, p: fisherFUpper(F, q, df2), test: "F"};
  }
  const eta = joint(at);
  const df2 = eta - q + 1;
  if (!(df2 > 0)) return {F, df1: q, df2: null, p: null, test: "HTZ"};
  const scaled = (F * df2) / eta;
  return {F: scaled, df1: q, df2, p: fisherFUpper(scaled, q, df2), test: "HTZ"};
}
