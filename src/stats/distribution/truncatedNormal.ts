import {InvalidArgument} from "../errors/invalidArgument.js";
import {normalCdf, normalQuantile, normalUpper} from "./normal.js";

/** Quantile of a standard normal that is known to lie in [low, high]; far tails keep their accuracy. */
export function truncatedNormalQuantile(p: number, low: number, high: number): number {
  if (!(p >= 0 && p <= 1)) throw new InvalidArgument(`invalid p; not in [0, 1]: ${p}`);
  if (!(low <= high)) throw new InvalidArgument(`invalid low; not below high: ${low}, ${high}`);
  const upper = low > 0;
  const [from, to] = upper ? [normalUpper(low), normalUpper(high)] : [normalCdf(low), normalCdf(high)];
  const mass = from + p * (to - from);
  // beyond 39 sd no double is left: all mass sits at the nearer end
  if (!(mass > 0) || from === to) return upper ? low : high;
  return Math.min(high, Math.max(low, normalQuantile(mass, {upper})));
}
