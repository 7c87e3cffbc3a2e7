import {InvalidArgument} from "../errors/invalidArgument.js";

/** A probability as a quantile takes it: both tails, each as exact as the argument allows. */
export interface Probability {
  readonly lower: number;
  readonly upper: number;
}

/** @throws {RangeError} if p is not in [0, 1] */
export function probability(p: number, fromAbove: boolean): Probability {
  if (!(p >= 0 && p <= 1)) throw new InvalidArgument(`invalid p; not in [0, 1]: ${p}`);
  return fromAbove ? {lower: 1 - p, upper: p} : {lower: p, upper: 1 - p};
}

export interface QuantileOptions {
  /** p is the probability above the quantile; keeps a tail smaller than 1e-16 */
  readonly upper?: boolean;
}
