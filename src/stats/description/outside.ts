import {InvalidArgument} from "../errors/invalidArgument.js";

/** Checks a confidence level and returns half of what lies outside it. */
export function outside(level: number): number {
  if (!(level > 0 && level < 1)) throw new InvalidArgument(`invalid level; not in (0, 1): ${level}`);
  return (1 - level) / 2;
}
