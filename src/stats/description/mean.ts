import {InvalidArgument} from "../errors/invalidArgument.js";
import {sum} from "./sum.js";

/** Arithmetic mean, by way of a shift to the first value, which costs no accuracy where values are close together. */
export function mean(values: ArrayLike<number>): number {
  const n = values.length;
  if (n === 0) throw new InvalidArgument("invalid values; no observation to average");
  const origin = values[0]!;
  const shifted = new Float64Array(n);
  for (let i = 0; i < n; i++) shifted[i] = values[i]! - origin;
  return origin + sum(shifted) / n;
}
