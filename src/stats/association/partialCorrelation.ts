import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {ranks} from "../description/ranks.js";
import {dotProduct} from "../linalg/dotProduct.js";
import type {Estimate} from "../estimate.js";
import {correlation} from "./correlation.js";
import type {CorrelationFit, CorrelationOptions} from "./correlationEstimate.js";
import {correlationEstimate} from "./correlationEstimate.js";
import {residualise} from "./residualise.js";

export interface PartialOptions extends CorrelationOptions {
  /** of the values, or of their ranks */
  readonly of?: "values" | "ranks";
}

/**
 * Correlation of x and y at given values of the controls.
 *
 * Model      r of the two residuals; df = n - 2 - k, Fisher's z with variance 1 / (n - k - 3), k controls
 * Source     Fisher (1924); checked against R's regression residuals and ppcor's formula
 */
export function partialCorrelation(
  x: Column,
  y: Column,
  controls: Readonly<Record<string, Column>>,
  {of = "values", level = 0.95, ...others}: PartialOptions = {}
): Estimate<CorrelationFit> {
  closedOptions("partialCorrelation", others, ["of", "level"]);
  oneOf("of", of, ["values", "ranks"]);
  const {n, columns, dropped} = completeCases<string>({x, y, ...controls});
  const names = Object.keys(controls);
  const k = names.length;
  if (n < k + 3)
    throw new NotIdentified(
      `not identified: ${n} complete rows, ${k} controls; add rows or drop controls`,
      "too few rows",
      {has: n, needs: k + 3}
    );
  const use = (name: string): Float64Array => (of === "ranks" ? ranks(columns[name]!).ranks : columns[name]!);
  const [u, v] = residualise([use("x"), use("y")], Object.fromEntries(names.map((name) => [name, use(name)])));
  explained("x", use("x"), u!);
  explained("y", use("y"), v!);
  const r = correlation(u!, v!);
  return correlationEstimate({method: "partial", n, dropped, r, df: n - 2 - k, zVariance: 1 / (n - k - 3)}, {level});
}

function explained(name: string, values: Float64Array, residuals: Float64Array): void {
  if (!(dotProduct(residuals) > 1e-24 * dotProduct(values))) {
    throw new NotIdentified(`not identified: the controls explain ${name} entirely; drop one of them`, "collinear");
  }
}
