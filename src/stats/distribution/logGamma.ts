import {InvalidArgument} from "../errors/invalidArgument.js";
import {stirlingError} from "./stirlingError.js";

const LOG_SQRT_2PI = 0.9189385332046727;

/**
 * Logarithm of the gamma function for x > 0, absolute error about 1e-15 near its zeros at 1 and 2, relative elsewhere.
 *
 * Model      log gamma(x) = (x - 1/2) log x - x + log(2 pi) / 2 + stirlingError(x)
 * Checked    R's lgamma; the factorials
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new InvalidArgument(`invalid x; not above 0: ${x}`);
  if (x === Infinity) return Infinity;
  return (x - 0.5) * Math.log(x) - x + LOG_SQRT_2PI + stirlingError(x);
}
