import {InvalidArgument} from "../errors/invalidArgument.js";
import {autocorrelation} from "./autocorrelation.js";

export interface EffectiveN {
  readonly n: number;
  readonly effective: number;
  readonly autocorrelation_x: number;
  readonly autocorrelation_y: number;
}

/**
 * How many independent pairs two autocorrelated series are worth.
 *
 * Model      n (1 - a b) / (1 + a b), a and b the series' lag-one autocorrelations; at most n
 * Source     Bartlett (1935); Bretherton et al. (1999), doi:10.1175/1520-0442(1999)012
 * Not here   estimates of a and b from nine points are themselves biased down, so the true number is smaller
 *
 * @param x, y  in time order
 */
export function effectiveN(x: ArrayLike<number>, y: ArrayLike<number>): EffectiveN {
  if (x.length !== y.length)
    throw new InvalidArgument(`invalid y; length ${y.length} differs from that of x: ${x.length}`);
  const a = autocorrelation(x);
  const b = autocorrelation(y);
  const n = x.length;
  return {n, effective: Math.min(n, (n * (1 - a * b)) / (1 + a * b)), autocorrelation_x: a, autocorrelation_y: b};
}
