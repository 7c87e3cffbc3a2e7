import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {sum} from "../description/sum.js";
import type {Estimate} from "../estimate.js";
import type {CorrelationFit, CorrelationOptions} from "./correlationEstimate.js";
import {correlationEstimate} from "./correlationEstimate.js";

/**
 * Pearson correlation with weights, for units of unequal size.
 *
 * Model      weighted moments; df = n_eff - 2 with Kish's n_eff = (sum w)^2 / sum w^2
 * Source     Kish (1965); the estimate is R's cov.wt(cor = TRUE)
 * Not here   sampling designs
 *
 * @param w  weights, 0 or more
 */
export function weightedPearson(
  x: Column,
  y: Column,
  w: Column,
  options: CorrelationOptions = {}
): Estimate<CorrelationFit> {
  closedOptions("weightedPearson", options, ["level"]);
  const {n, columns, dropped} = completeCases({x, y, weights: w});
  const weights = columns.weights;
  const negative = weights.findIndex((value) => value < 0);
  if (negative >= 0)
    throw new InvalidArgument(`invalid weights; negative: ${weights[negative]}; drop the row or give it 0`);
  const total = sum(weights);
  const effective = (total / Math.sqrt(dotProduct(weights))) ** 2;
  if (!(effective >= 3))
    throw new NotIdentified(
      `not identified: the weights leave ${effective || 0} effective pairs; 3 or more are needed`,
      "too few rows",
      {has: effective || 0, needs: 3}
    );
  const dx = deviations("x", columns.x, weights, total);
  const dy = deviations("y", columns.y, weights, total);
  const r = Math.max(-1, Math.min(1, dotProduct(dx, dy) / Math.sqrt(dotProduct(dx)) / Math.sqrt(dotProduct(dy))));
  const df = effective - 2;
  const warnings = [`weights are worth ${effective.toFixed(1)} equally weighted rows`];
  return correlationEstimate(
    {method: "weighted pearson", n, dropped, r, df, zVariance: 1 / (effective - 3), warnings},
    options
  );
}

/** sqrt(w) (value - weighted mean) */
function deviations(name: string, values: Float64Array, weights: Float64Array, total: number): Float64Array {
  const origin = values[0]!;
  const shifted = values.map((value) => value - origin);
  const shift = dotProduct(shifted, weights) / total;
  const result = shifted.map((value, i) => Math.sqrt(weights[i]!) * (value - shift));
  if (result.every((value) => Math.abs(value) <= 4e-16 * Math.abs(origin))) {
    throw new NotIdentified(
      `invalid ${name}; constant where the weight is above 0: ${origin}; choose a measure that varies`,
      "no variation"
    );
  }
  return result;
}
