import {dotProduct} from "../linalg/dotProduct.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";

/** p_g' p_h of two terms, p_g cluster g's part in a term's variance estimate: under the working model its covariance. */
export type Working = (term: number, other: number, g: number, h: number) => number;

/**
 * Degrees of freedom eta of the Wishart distribution that an estimated covariance of q terms is nearest to.
 *
 * Model      eta = q (q + 1) / sum of the variances of D's entries, D the estimate standardised by its expectation O under
 *            the working model: sum over clusters g, h of tr(R)^2 + tr(R R), R = O^-1/2 P_gh O^-1/2'
 * Source     Pustejovsky & Tipton (2018), doi:10.1080/07350015.2016.1247004, their approximate Hotelling's T2 (HTZ);
 *            checked against clubSandwich: golden/regression/joint.R
 */
export function hotellingDf(terms: readonly number[], clusters: number, working: Working): number {
  const q = terms.length;
  const expected = terms.map((s) =>
    terms.map((t) => {
      let sum = 0;
      for (let g = 0; g < clusters; g++) sum += working(s, t, g, g);
      return sum;
    })
  );
  const scale = expected.map((row, s) => 1 / Math.sqrt(row[s]!));
  const {values, vectors} = symmetricEigen(expected.map((row, s) => row.map((v, t) => v * scale[s]! * scale[t]!)));
  const root = vectors.map((vector, k) => vector.map((v, s) => (v * scale[s]!) / Math.sqrt(values[k]!)));
  let total = 0;
  for (let g = 0; g < clusters; g++)
    for (let h = 0; h <= g; h++) {
      const p = terms.map((s) => Float64Array.from(terms, (t) => working(s, t, g, h)));
      const half = root.map((row) =>
        Float64Array.from(p, (_, t) => p.reduce((sum, line, s) => sum + row[s]! * line[t]!, 0))
      );
      const whole = half.map((row) => Float64Array.from(root, (other) => dotProduct(row, other)));
      const trace = whole.reduce((sum, row, k) => sum + row[k]!, 0);
      const square = whole.reduce((sum, row, k) => row.reduce((inner, v, l) => inner + v * whole[l]![k]!, sum), 0);
      total += (g === h ? 1 : 2) * (trace * trace + square);
    }
  return (q * (q + 1)) / total;
}
