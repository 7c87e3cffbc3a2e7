import {greatestOf} from "../description/greatestOf.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {centre} from "../description/centre.js";
import {dotProduct} from "../linalg/dotProduct.js";

/**
 * Product-moment correlation of two complete columns.
 *
 * @throws {RangeError} if a column is constant
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const dx = centre(x);
  const dy = centre(y);
  const sxx = squares("x", x, dx);
  const syy = squares("y", y, dy);
  const r = dotProduct(dx, dy) / Math.sqrt(sxx) / Math.sqrt(syy);
  return Math.max(-1, Math.min(1, r));
}

function squares(name: string, values: ArrayLike<number>, deviations: Float64Array): number {
  const total = dotProduct(deviations);
  const size = greatestOf(deviations.subarray(0, 1000).map(Math.abs), Math.abs(values[0] ?? 0));
  if (!(total > values.length * (4e-16 * size) ** 2)) {
    throw new NotIdentified(
      `invalid ${name}; constant, so that no correlation is defined: ${values[0]}; choose a measure that varies`,
      "no variation"
    );
  }
  return total;
}
