import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import type {Estimate} from "../estimate.js";
import {correlation} from "./correlation.js";
import type {CorrelationFit, CorrelationOptions} from "./correlationEstimate.js";
import {correlationEstimate} from "./correlationEstimate.js";

/**
 * Pearson correlation.
 *
 * Model      t = r sqrt((n - 2) / (1 - r^2)) on n - 2 df; interval tanh(atanh r -+ z / sqrt(n - 3))
 * Estimand   linear association of x and y, rows independent
 * Source     Fisher (1921); checked against R's cor.test
 * Not here   dependence between rows: two trending series pass this test far too often (see correlateSeries)
 */
export function pearson(x: Column, y: Column, options: CorrelationOptions = {}): Estimate<CorrelationFit> {
  closedOptions("pearson", options, ["level"]);
  const {n, columns, dropped} = completeCases({x, y});
  if (n < 3)
    throw new NotIdentified(`not identified: ${n} complete pairs; a correlation takes 3 or more`, "too few rows", {
      has: n,
      needs: 3
    });
  const r = correlation(columns.x, columns.y);
  return correlationEstimate({method: "pearson", n, dropped, r, df: n - 2, zVariance: 1 / (n - 3)}, options);
}
