import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {normalQuantile} from "../distribution/normal.js";
import {studentTTwoSided} from "../distribution/studentT.js";
import type {Dropped, Estimate} from "../estimate.js";

export interface CorrelationOptions {
  /** of the interval */
  readonly level?: number;
}

export interface CorrelationFit {
  /** square of the standard error of Fisher's z, null where too few observations define it */
  readonly z_variance: number | null;
}

interface Parts {
  readonly method: string;
  readonly n: number;
  readonly dropped: readonly Dropped[];
  readonly r: number;
  readonly df: number;
  /** what Fisher's z interval divides by, or the variance of z itself */
  readonly zVariance: number;
  readonly warnings?: readonly string[];
}

/** A correlation with its t test and its interval on Fisher's z scale, in the shape that every estimator answers in. */
export function correlationEstimate(
  {method, n, dropped, r, df, zVariance, warnings = []}: Parts,
  {level = 0.95, ...others}: CorrelationOptions = {}
): Estimate<CorrelationFit> {
  closedOptions("correlationEstimate", others, ["level"]);
  const notes = [...warnings];
  const tail = outside(level);
  if (df < 1)
    throw new NotIdentified(
      `not identified: ${n} observations leave ${df} degrees of freedom; add rows or drop controls`,
      "too few rows",
      {has: n, needs: n + 1 - df}
    );
  const perfect = Math.abs(r) >= 1;
  const statistic = perfect ? null : r * Math.sqrt(df / ((1 - r) * (1 + r)));
  if (perfect) notes.push("the correlation is perfect, so that its t statistic is infinite");
  const defined = zVariance > 0 && Number.isFinite(zVariance);
  if (!defined) notes.push("too few observations for an interval");
  const half = defined ? normalQuantile(tail, {upper: true}) * Math.sqrt(zVariance) : null;
  const bound = (sign: number): number | null =>
    half === null ? null : perfect ? r : Math.tanh(Math.atanh(r) + sign * half);
  return {
    method,
    n,
    dropped,
    clusters: {},
    terms: [
      {
        term: "correlation",
        estimate: r,
        se: statistic === null ? null : Math.sqrt(((1 - r) * (1 + r)) / df),
        statistic,
        df,
        p: statistic === null ? 0 : studentTTwoSided(statistic, df),
        low: bound(-1),
        high: bound(1)
      }
    ],
    fit: {z_variance: defined ? zVariance : null},
    warnings: notes
  };
}
