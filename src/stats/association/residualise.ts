import {NotIdentified} from "../errors/notIdentified.js";
import {centre} from "../description/centre.js";
import {dotProduct} from "../linalg/dotProduct.js";

/**
 * What is left of some columns after least squares on the controls and a constant.
 *
 * Method     Gram-Schmidt, each projection taken twice, which keeps the basis orthogonal to rounding
 *
 * @throws {RangeError} if a control is a combination of those before it
 */
export function residualise(
  columns: readonly ArrayLike<number>[],
  controls: Readonly<Record<string, ArrayLike<number>>>
): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const [name, values] of Object.entries(controls)) {
    const direction = centre(values);
    const before = Math.sqrt(dotProduct(direction));
    project(direction, basis);
    const after = Math.sqrt(dotProduct(direction));
    if (!(after > 1e-10 * before))
      throw new NotIdentified(
        `not identified: control ${name} is constant or a combination of the others; drop it`,
        "no variation"
      );
    basis.push(direction.map((value) => value / after));
  }
  return columns.map((values) => project(centre(values), basis));
}

function project(values: Float64Array, basis: readonly Float64Array[]): Float64Array {
  for (let pass = 0; pass < 2; pass++) {
    for (const direction of basis) {
      const size = dotProduct(values, direction);
      for (let i = 0; i < values.length; i++) values[i]! -= size * direction[i]!;
    }
  }
  return values;
}
