import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {reachOf, stencil} from "../optimise/stencil.js";
import type {MixedDesign} from "./mixedDesign.js";
import {degrees, type Point} from "./maximise.js";
import {quadratic} from "./fixedPart.js";

/**
 * Satterthwaite's df of a combination: 2 v^2 / (g' A g), v its variance, g the gradient of v in the factors and sigma, A
 * their covariance, twice the inverse of the criterion's Hessian.
 */
export function satterthwaite(
  design: MixedDesign,
  evaluate: (theta: Float64Array) => Point | null,
  theta: Float64Array,
  sigma: number,
  reml: boolean
): (along: Float64Array) => number {
  const df = degrees(design, reml);
  const scaled = sigma / design.spread;
  const given = (at: Float64Array): number => {
    const point = evaluate(at);
    return point ? point.logDet + (reml ? point.logDetFixed : 0) + point.rss / scaled ** 2 : NaN;
  };
  const {hessian} = stencil(given, theta);
  const slope = stencil((at) => evaluate(at)?.rss ?? NaN, theta).gradient;
  const k = theta.length;
  const matrix = Array.from({length: k + 1}, (_, i) =>
    Float64Array.from({length: k + 1}, (_value, j) => {
      if (i < k && j < k) return hessian[i]![j]!;
      if (i === k && j === k) return (4 * df) / scaled ** 2;
      return (-2 * slope[Math.min(i, j)]!) / scaled ** 3;
    })
  );
  const size = Float64Array.from(matrix, (row, i) => Math.sqrt(Math.abs(row[i]!)) || 1);
  const {values, vectors} = symmetricEigen(matrix.map((row, i) => row.map((value, j) => value / size[i]! / size[j]!)));
  const variance = (at: Float64Array, along: Float64Array): number =>
    sigma ** 2 * quadratic(evaluate(at)?.unscaled ?? [], along);
  return (along) => {
    const v = variance(theta, along);
    const g = [
      ...Array.from(theta, (x, i) => {
        const h = reachOf(x);
        return (variance(theta.with(i, x + h), along) - variance(theta.with(i, x - h), along)) / (2 * h);
      }),
      (2 * v) / scaled
    ].map((value, i) => value / size[i]!);
    const spread = values.reduce((sum, value, i) => {
      if (value < 1e-8) return sum;
      return sum + (2 * vectors[i]!.reduce((inner, entry, j) => inner + entry * g[j]!, 0) ** 2) / value;
    }, 0);
    return (2 * v * v) / spread;
  };
}
