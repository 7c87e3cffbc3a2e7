import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {centre} from "../description/centre.js";
import {dotProduct} from "../linalg/dotProduct.js";

/** Autocorrelation at a lag, all deviations from the series' own mean (R's acf). */
export function autocorrelation(values: ArrayLike<number>, {lag = 1, ...others}: {readonly lag?: number} = {}): number {
  closedOptions("autocorrelation", others, ["lag"]);
  const deviations = centre(values);
  const total = dotProduct(deviations);
  if (total === 0)
    throw new NotIdentified(
      `invalid values; constant, so that no correlation is defined: ${values[0]}`,
      "no variation"
    );
  return dotProduct(deviations.subarray(lag), deviations.subarray(0, deviations.length - lag)) / total;
}
