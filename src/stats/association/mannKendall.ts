import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {ranks} from "../description/ranks.js";
import {normalUpper} from "../distribution/normal.js";
import type {Dropped, Estimate} from "../estimate.js";
import {kendall} from "./kendall.js";
import {kendallTail} from "./kendallTail.js";

export interface MannKendallOptions {
  readonly level?: number;
  /** auto: exact without ties below 50 periods */
  readonly p?: "auto" | "exact" | "normal";
}

export interface MannKendallFit {
  readonly S: number;
  readonly variance: number;
  /** with continuity correction */
  readonly z: number | null;
  readonly p_normal: number | null;
  readonly p_exact: number | null;
}

/**
 * Mann-Kendall test of a monotone trend.
 *
 * Model      S = sum of signs of all later less earlier values; variance n (n - 1)(2 n + 5) / 18 less the ties' share;
 *            z = (S -+ 1) / sd
 * Source     Mann (1945), Kendall (1975); checked against R's cor.test and the complete enumeration
 * Not here   autocorrelation: a random walk of nine periods without drift is called a trend in 46 %, not 5 %
 */
export function mannKendall(
  y: Column,
  time: Column,
  {p = "auto", level = 0.95, ...others}: MannKendallOptions = {}
): Estimate<MannKendallFit> {
  closedOptions("mannKendall", others, ["p", "level"]);
  oneOf("p", p, ["auto", "exact", "normal"]);
  const {n: rows, columns, dropped} = completeCases({y, time});
  if (ranks(columns.time).ties.length > 0)
    throw new InvalidArgument("invalid time; a period is repeated; give one row a period");
  if (rows >= 3 && columns.y.every((value) => value === columns.y[0])) return flat(rows, dropped);
  const association = kendall(time, y, {p: "normal", level});
  const {n} = association;
  const {S, variance} = association.fit;
  const z = (Math.sign(S) * Math.max(0, Math.abs(S) - 1)) / Math.sqrt(variance);
  const tied = ranks(columns.y).ties.length > 0;
  if (p === "exact" && tied) throw new InvalidArgument(`invalid p; exact takes values without ties; use "normal"`);
  const normal = Math.min(1, 2 * normalUpper(Math.abs(z)));
  const exact = tied || n > 200 ? null : Math.min(1, 2 * kendallTail(n, Math.abs(S)));
  const useExact = p === "exact" || (p === "auto" && n < 50);
  return {
    ...association,
    method: "mann-kendall",
    terms: [{...association.terms[0]!, term: "tau", statistic: z, p: useExact && exact !== null ? exact : normal}],
    fit: {S, variance, z, p_normal: normal, p_exact: exact}
  };
}

/** A series that never moves has no trend, and nothing to test it with. */
function flat(n: number, dropped: readonly Dropped[]): Estimate<MannKendallFit> {
  const nothing = {se: null, statistic: null, df: null, p: null, low: null, high: null};
  return {
    method: "mann-kendall",
    n,
    dropped,
    clusters: {},
    terms: [{term: "tau", estimate: 0, ...nothing}],
    fit: {S: 0, variance: 0, z: null, p_normal: null, p_exact: null},
    warnings: ["every value is the same: the trend is 0, and has neither test nor interval"]
  };
}
