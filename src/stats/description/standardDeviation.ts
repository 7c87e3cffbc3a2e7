import {variance} from "./variance.js";

/** Sample standard deviation of the finite values; 0 of fewer than two. */
export function standardDeviation(values: Iterable<number>): number {
  const known = Array.from(values).filter(Number.isFinite);
  return known.length < 2 ? 0 : Math.sqrt(variance(known));
}
