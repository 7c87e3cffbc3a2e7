import {InvalidArgument} from "../errors/invalidArgument.js";

/** Arithmetic mean, by way of a shift to the first value, which costs no accuracy where values are close together. */
export function mean(values: ArrayLike<number>): number {
  const n = values.length;
  if (n === 0) throw new InvalidArgument("invalid values; no observation to average");
  const origin = values[0]!;
  let total = 0;
  let lost = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i]! - origin;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return origin + (total + lost) / n;
}
