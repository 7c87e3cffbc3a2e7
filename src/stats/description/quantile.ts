import {InvalidArgument} from "../errors/invalidArgument.js";

/** Quantile by linear interpolation between order statistics (R's type 7). */
export function quantile(values: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new InvalidArgument(`invalid p; not in [0, 1]: ${p}`);
  if (values.length === 0) throw new InvalidArgument("invalid values; no observation to rank");
  const sorted = Float64Array.from(values).toSorted();
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at + 4 * Number.EPSILON * at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + Math.max(0, at - below) * (high - low);
}
