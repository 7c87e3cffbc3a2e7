import {InvalidArgument} from "../errors/invalidArgument.js";
import {solveIncreasing} from "../optimise/solveIncreasing.js";
import {probability} from "./probability.js";

export interface Tails {
  readonly cdf: (x: number) => number;
  readonly upper: (x: number) => number;
  /** the distribution has values below 0 */
  readonly signed?: boolean;
}

/** Quantile by a bracketed root of the logarithm of the smaller tail, on a scale on which every double is near. */
export function noncentralQuantile(p: number, {cdf, upper, signed = false}: Tails): number {
  const {lower, upper: above} = probability(p, false);
  if (lower === 0 || above === 0) return above === 0 ? Infinity : signed ? -Infinity : 0;
  const place = signed ? Math.sinh : Math.exp;
  const gap = (u: number): number =>
    lower <= above ? Math.log(cdf(place(u))) - Math.log(lower) : Math.log(above) - Math.log(upper(place(u)));
  const root = solveIncreasing(gap, -300, 300);
  if (root === null) throw new InvalidArgument(`invalid p; its quantile is out of a number's reach: ${p}`);
  return place(root);
}
