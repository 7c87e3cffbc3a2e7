import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {outside} from "../description/outside.js";
import {normalQuantile, normalUpper} from "../distribution/normal.js";
import type {Estimate} from "../estimate.js";
import type {CorrelationOptions} from "./correlationEstimate.js";
import {kendallScore} from "./kendallScore.js";
import {kendallTail} from "./kendallTail.js";

export interface KendallOptions extends CorrelationOptions {
  /** auto: exact without ties below 50 pairs, as R's cor.test */
  readonly p?: "auto" | "exact" | "normal";
  readonly continuity?: boolean;
}

export interface KendallFit {
  /** concordant less discordant pairs */
  readonly S: number;
  readonly concordant: number | null;
  readonly variance: number;
  readonly z: number;
}

/**
 * Kendall's tau-b.
 *
 * Model      tau-b = S / sqrt((pairs untied in x) (pairs untied in y)); p exact by the number of inversions, or normal
 *            with the variance of S corrected for ties; interval on Fisher's scale with variance 0.437 / (n - 4)
 * Source     Kendall (1938, 1945); Fieller, Hartley & Pearson (1957) for the interval
 * Checked    R's cor.test
 */
export function kendall(
  x: Column,
  y: Column,
  {p = "auto", continuity = false, level = 0.95, ...others}: KendallOptions = {}
): Estimate<KendallFit> {
  closedOptions("kendall", others, ["p", "continuity", "level"]);
  oneOf("p", p, ["auto", "exact", "normal"]);
  const {n, columns, dropped} = completeCases({x, y});
  if (n < 3)
    throw new NotIdentified(`not identified: ${n} complete pairs; a correlation takes 3 or more`, "too few rows", {
      has: n,
      needs: 3
    });
  const {score, tiesX, tiesY} = kendallScore(columns.x, columns.y);
  const pairs = (n * (n - 1)) / 2;
  const tau = score / Math.sqrt(untied("x", pairs, tiesX)) / Math.sqrt(untied("y", pairs, tiesY));
  const variance = scoreVariance(n, tiesX, tiesY);
  const z = (continuity ? Math.sign(score) * (Math.abs(score) - 1) : score) / Math.sqrt(variance);
  const tied = tiesX.length + tiesY.length > 0;
  if (p === "exact" && tied)
    throw new InvalidArgument(`invalid p; exact takes values without ties; use "normal" or a permutation test`);
  const exact = p === "exact" || (p === "auto" && !tied && n < 50);
  const warnings = n <= 4 ? ["too few observations for an interval"] : [];
  const half = n <= 4 ? null : normalQuantile(outside(level), {upper: true}) * Math.sqrt(0.437 / (n - 4));
  const bound = (sign: number): number | null => (half === null ? null : Math.tanh(Math.atanh(tau) + sign * half));
  return {
    method: "kendall",
    n,
    dropped,
    clusters: {},
    terms: [
      {
        term: "correlation",
        estimate: tau,
        se: null,
        statistic: exact ? score : z,
        df: null,
        p: Math.min(1, 2 * (exact ? kendallTail(n, Math.abs(score)) : normalUpper(Math.abs(z)))),
        low: bound(-1),
        high: bound(1)
      }
    ],
    fit: {S: score, concordant: tied ? null : (pairs + score) / 2, variance, z},
    warnings
  };
}

function untied(name: string, pairs: number, ties: readonly number[]): number {
  const rest = pairs - ties.reduce((total, t) => total + (t * (t - 1)) / 2, 0);
  if (rest === 0)
    throw new NotIdentified(
      `invalid ${name}; constant, so that no correlation is defined; choose a measure that varies`,
      "no variation"
    );
  return rest;
}

function scoreVariance(n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const over = (ties: readonly number[], f: (t: number) => number): number =>
    ties.reduce((total, t) => total + f(t), 0);
  const cubic = (t: number): number => t * (t - 1) * (2 * t + 5);
  const pairsOf = (t: number): number => t * (t - 1);
  const triples = (t: number): number => t * (t - 1) * (t - 2);
  return (
    (cubic(n) - over(tiesX, cubic) - over(tiesY, cubic)) / 18 +
    (over(tiesX, pairsOf) * over(tiesY, pairsOf)) / (2 * n * (n - 1)) +
    (over(tiesX, triples) * over(tiesY, triples)) / (9 * n * (n - 1) * (n - 2))
  );
}
