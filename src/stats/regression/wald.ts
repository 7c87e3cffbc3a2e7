import {leastOf} from "../description/leastOf.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {sumOfSquares} from "../description/sumOfSquares.js";
import {fisherFUpper} from "../distribution/fisherF.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import type {LinearFit} from "./fitLinear.js";
import type {Variance} from "./variance.js";

export interface Wald {
  readonly F: number;
  readonly df1: number;
  /** the least of the terms' degrees of freedom */
  readonly df2: number;
  readonly p: number;
}

/**
 * Joint test that several coefficients are nought, with whichever variance was chosen.
 *
 * Model      F = b' V^-1 b / q, on q and the terms' least degrees of freedom
 * @throws {RangeError} if a term is not in the model or the variance of the terms has no full rank
 */
export function wald({frame, coefficients}: LinearFit, {matrix, df}: Variance, terms: readonly string[]): Wald {
  const at = terms.map((term) => frame.names.indexOf(term));
  const unknown = terms.find((_, i) => at[i] === -1);
  if (unknown !== undefined) throw new InvalidArgument(`unknown term: ${unknown}; there are ${frame.names.join(", ")}`);
  const q = at.length;
  if (q === 0) throw new InvalidArgument("invalid test; name at least one term");
  const scale = at.map((j) => Math.sqrt(matrix[j]![j]!));
  const {values, vectors} = symmetricEigen(at.map((i, a) => at.map((j, b) => matrix[i]![j]! / scale[a]! / scale[b]!)));
  if (values.some((value) => !(value > 1e-10)))
    throw new NotIdentified(
      `not identified: the variance of ${q} terms has no full rank; test fewer, or use more clusters`,
      "collinear"
    );
  const b = Float64Array.from(at, (j, a) => coefficients[j]! / scale[a]!);
  const F = vectors.reduce((sum, vector, k) => sum + sumOfSquares(vector, b) ** 2 / values[k]!, 0) / q;
  const df2 = leastOf(at.map((j) => df[j]!));
  return {F, df1: q, df2, p: fisherFUpper(F, q, df2)};
}
