import {closedOptions} from "../errors/closedOptions.js";
import {dotProduct} from "./dotProduct.js";

export interface Orthogonal {
  /** orthonormal columns, each of length n */
  readonly q: readonly Float64Array[];
  /** upper triangle by column: r[j][i] for i <= j */
  readonly r: readonly Float64Array[];
  /** places of the columns that depend on those before them; they are in neither q nor r */
  readonly dependent: readonly number[];
}

/**
 * Columns = q r by Gram-Schmidt, each column made orthogonal twice, which keeps q orthogonal to rounding.
 *
 * Source     Giraud, Langou & Rozloznik (2005), "twice is enough"
 * @param tolerance  a column that keeps less than this share of its length depends on those before it
 */
export function orthogonalise(columns: readonly Float64Array[], {tolerance = 1e-9, ...others} = {}): Orthogonal {
  closedOptions("orthogonalise", others, ["tolerance"]);
  const q: Float64Array[] = [];
  const r: Float64Array[] = [];
  const dependent: number[] = [];
  columns.forEach((column, j) => {
    const rest = Float64Array.from(column);
    const length = Math.sqrt(dotProduct(rest));
    const coefficients = new Float64Array(q.length + 1);
    for (let pass = 0; pass < 2; pass++) {
      q.forEach((basis, i) => {
        const along = dotProduct(basis, rest);
        coefficients[i]! += along;
        for (let row = 0; row < rest.length; row++) rest[row]! -= along * basis[row]!;
      });
    }
    const left = Math.sqrt(dotProduct(rest));
    if (!(left > tolerance * length)) {
      dependent.push(j);
      return;
    }
    coefficients[q.length] = left;
    q.push(rest.map((value) => value / left));
    r.push(coefficients);
  });
  return {q, r, dependent};
}
