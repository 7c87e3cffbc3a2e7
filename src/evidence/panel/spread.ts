import {variance} from "../../stats/description/variance.js";
import {NotIdentified} from "../../stats/errors/notIdentified.js";

/**
 * Standard deviation of the values that there are.
 *
 * @throws {NotIdentified} if there are no two that differ
 */
export function spread(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  const sd = known.length < 2 ? 0 : Math.sqrt(variance(known));
  if (sd > 0) return sd;
  throw new NotIdentified("not identified: the outcome does not vary", "no variation");
}
