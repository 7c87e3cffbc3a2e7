import {InvalidArgument} from "../errors/invalidArgument.js";
import {correlation} from "../association/correlation.js";

export interface CircularShift {
  readonly observed: number;
  /** shifts, the identity among them, whose |r| is at least as great */
  readonly count: number;
  readonly total: number;
  readonly p: number;
}

/**
 * Test of two series' correlation that keeps each series' own dependence: y is turned against x in a circle.
 *
 * Model      under independence of two stationary series, every shift is as likely; only n shifts exist, so p >= 1 / n
 * Not here   trends: a circle joins a trend's end to its start
 *
 * @param x, y  in time order
 */
export function circularShift(x: ArrayLike<number>, y: ArrayLike<number>): CircularShift {
  const n = x.length;
  if (y.length !== n) throw new InvalidArgument(`invalid y; length ${y.length} differs from that of x: ${n}`);
  const observed = correlation(x, y);
  let count = 0;
  for (let shift = 0; shift < n; shift++) {
    const turned = Float64Array.from(x, (_, i) => y[(i + shift) % n]!);
    if (Math.abs(correlation(x, turned)) >= Math.abs(observed) - 1e-11) count++;
  }
  return {observed, count, total: n, p: count / n};
}
