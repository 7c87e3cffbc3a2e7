import {InvalidArgument} from "../errors/invalidArgument.js";
import {normalCdf, normalDensity, normalQuantile, normalUpper} from "./normal.js";

/** Where |Z + mean| of a standard normal Z lies with probability `level`. */
export function foldedNormalQuantile(level: number, mean: number): number {
  if (!(level > 0 && level < 1)) throw new InvalidArgument(`invalid level; not in (0, 1): ${level}`);
  const t = Math.abs(mean);
  if (t > 40) return t + normalQuantile(level);
  // from below, where the distribution function is concave, Newton's steps can't pass the root
  let c = t + Math.max(0, normalQuantile(level));
  for (let round = 0; round < 60; round++) {
    const missing = normalUpper(c - t) + normalCdf(-c - t) - (1 - level);
    const step = missing / (normalDensity(c - t) + normalDensity(c + t));
    c += step;
    if (Math.abs(step) <= 1e-15 * c) break;
  }
  return c;
}
