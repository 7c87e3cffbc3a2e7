/**
 * What a comparison's model leaves unexplained.
 *
 * Model      the residuals of the whole model are those of the line through its added-variable panel (Frisch & Waugh);
 *            a residual's normal score is the normal quantile at (rank − 1/2) / n
 * Source     Hazen's positions, which R's qqnorm takes from eleven rows on
 */
import {takeRows} from "../stats/linalg/takeRows.js";
import {normalQuantile} from "../stats/distribution/normal.js";
import type {ComparisonEstimate} from "./estimateComparison.js";

export interface Residuals {
  /** rows of the grain */
  readonly rows: Int32Array;
  /** in the outcome's unit */
  readonly fitted: Float64Array;
  readonly residual: Float64Array;
  /** residual over the residuals' standard deviation */
  readonly standardised: Float64Array;
  readonly score: Float64Array;
}

export function residuals({data, main}: Pick<ComparisonEstimate, "data" | "main">): Residuals {
  const {rows, x, y, slope, intercept} = main;
  const outcome = takeRows(data.columns[data.y] as Float64Array, rows);
  const residual = y.map((value, i) => value - intercept - slope * x[i]!);
  const sd = Math.sqrt(residual.reduce((sum, e) => sum + e * e, 0) / Math.max(1, residual.length - 1));
  return {
    rows,
    fitted: outcome.map((value, i) => value - residual[i]!),
    residual,
    standardised: residual.map((e) => (sd > 0 ? e / sd : 0)),
    score: normalScores(residual)
  };
}

function normalScores(values: Float64Array): Float64Array {
  const order = Int32Array.from(values.keys()).toSorted((a, b) => values[a]! - values[b]!);
  const scores = new Float64Array(values.length);
  order.forEach((place, rank) => (scores[place] = normalQuantile((rank + 1 / 2) / values.length)));
  return scores;
}
