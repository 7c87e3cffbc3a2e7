import {standardDeviation} from "../../stats/description/standardDeviation.js";
import {NotIdentified} from "../../stats/errors/notIdentified.js";

/**
 * Standard deviation of the values that there are.
 *
 * @throws {NotIdentified} if there are no two that differ
 */
export function spread(values: readonly number[]): number {
  const sd = standardDeviation(values);
  if (sd > 0) return sd;
  throw new NotIdentified("not identified: the outcome does not vary", "no variation");
}
