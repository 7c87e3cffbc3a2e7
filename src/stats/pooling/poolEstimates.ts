/**
 * Estimates of several studies, modules or items pooled, and each shrunk towards what they share.
 *
 * Model      y_i = m + u_i + e_i, var(e_i) = v_i known, var(u_i) = tau2; weights 1 / (v_i + tau2)
 * Tau2       fixed: 0; dl: DerSimonian and Laird's moments; pm: Paule and Mandel's root of Q(tau2) = k - 1; reml
 * Shrunken   empirical Bayes: m + (y_i - m) tau2 / (tau2 + v_i); james-stein (equal v): mean + (1 - (k - 3) / Q)+ (y_i - mean)
 * Source     DerSimonian & Laird (1986); Paule & Mandel (1982); Viechtbauer (2005), doi:10.3102/10769986030003261;
 *            Knapp & Hartung (2003), doi:10.1002/sim.1482, their floor (metafor's "adhoc") too; Efron & Morris (1975)
 *
 * @throws {RangeError} if there are fewer than two estimates, or a variance is not above 0
 */
import {closedOptions} from "../errors/closedOptions.js";
import {greatestOf} from "../description/greatestOf.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {chiSquaredUpper} from "../distribution/chiSquared.js";
import {studentTQuantile, studentTTwoSided} from "../distribution/studentT.js";
import type {Estimate, Term} from "../estimate.js";
import {normalTerm} from "../generalised/normalTerm.js";

export type PoolKind = "fixed" | "dl" | "reml" | "pm" | "james-stein";

export interface PoolOptions {
  readonly kind?: PoolKind;
  /** t on k - 1 df with the variance of the weighted residuals; floor: with no less than their errors allow */
  readonly hartungKnapp?: boolean | "floor";
  readonly level?: number;
}

export interface PoolFit {
  readonly tau2: number;
  readonly Q: number;
  readonly Q_df: number;
  readonly Q_p: number;
  /** share of the variation between estimates that is not their errors, 0 to 1 */
  readonly I2: number;
  readonly shrunken: readonly number[];
  /** share of each estimate's distance from the whole that is kept */
  readonly kept: readonly number[];
}

export function poolEstimates(
  y: readonly number[],
  variances: readonly number[],
  {kind = "reml", hartungKnapp = false, level = 0.95, ...others}: PoolOptions = {}
): Estimate<PoolFit> {
  closedOptions("poolEstimates", others, ["kind", "hartungKnapp", "level"]);
  outside(level);
  const k = y.length;
  if (k < 2)
    throw new NotIdentified(`not identified: ${k} estimate; pooling takes at least two`, "too few rows", {
      has: k,
      needs: 2
    });
  if (variances.length !== k) throw new InvalidArgument(`invalid variance; ${variances.length} for ${k} estimates`);
  const bad = variances.findIndex((v) => !(v > 0 && Number.isFinite(v)));
  if (bad >= 0)
    throw new InvalidArgument(`invalid variance; not above 0: ${variances[bad]} in row ${bad + 1}; drop the row`);
  const fixed = weighted(
    y,
    variances.map((v) => 1 / v)
  );
  const typical = ((k - 1) * fixed.total) / (fixed.total ** 2 - fixed.squares);
  const tau2 = betweenVariance(kind, y, variances, fixed.Q, typical);
  const pooled = weighted(
    y,
    variances.map((v) => 1 / (v + tau2))
  );
  const spread = Math.sqrt(pooled.Q / (k - 1));
  const scale = hartungKnapp === "floor" ? Math.max(1, spread) : hartungKnapp ? spread : 1;
  const kept =
    kind === "james-stein"
      ? variances.map(() => jamesStein(variances, k, fixed.Q))
      : variances.map((v) => tau2 / (tau2 + v));
  return {
    method: `pooled, ${kind}${hartungKnapp ? ", Hartung-Knapp" : ""}${hartungKnapp === "floor" ? " with floor" : ""}`,
    n: k,
    dropped: [],
    clusters: {},
    terms: [
      hartungKnapp
        ? studentTerm(pooled.mean, scale / Math.sqrt(pooled.total), k - 1, level)
        : normalTerm("pooled", pooled.mean, 1 / Math.sqrt(pooled.total), level)
    ],
    fit: {
      tau2,
      Q: fixed.Q,
      Q_df: k - 1,
      Q_p: chiSquaredUpper(fixed.Q, k - 1),
      I2: kind === "fixed" || kind === "james-stein" ? Math.max(0, 1 - (k - 1) / fixed.Q) : tau2 / (tau2 + typical),
      shrunken: y.map((value, i) => pooled.mean + kept[i]! * (value - pooled.mean)),
      kept
    },
    warnings: [
      ...(tau2 === 0 && kind !== "fixed" ? ["tau2 is 0: the estimates vary no more than their errors allow"] : []),
      ...(hartungKnapp && scale < 1
        ? [
            "Hartung and Knapp's error is under the plain one here: the estimates agree by chance; take the plain one, or floor"
          ]
        : [])
    ]
  };
}

interface Weighted {
  readonly mean: number;
  readonly total: number;
  readonly squares: number;
  readonly Q: number;
}

function weighted(y: readonly number[], w: readonly number[]): Weighted {
  const total = w.reduce((sum, value) => sum + value, 0);
  const mean = y.reduce((sum, value, i) => sum + w[i]! * value, 0) / total;
  return {
    mean,
    total,
    squares: w.reduce((sum, value) => sum + value ** 2, 0),
    Q: y.reduce((sum, value, i) => sum + w[i]! * (value - mean) ** 2, 0)
  };
}

function betweenVariance(
  kind: PoolKind,
  y: readonly number[],
  v: readonly number[],
  Q: number,
  typical: number
): number {
  const k = y.length;
  if (kind === "fixed") return 0;
  const moments = (Math.max(0, Q - (k - 1)) * typical) / (k - 1);
  if (kind === "dl" || kind === "james-stein") return moments;
  const above =
    kind === "pm"
      ? (tau2: number): number =>
          weighted(
            y,
            v.map((each) => 1 / (each + tau2))
          ).Q -
          (k - 1)
      : (tau2: number): number => restrictedScore(y, v, tau2);
  if (above(0) <= 0) return 0;
  let [low, high] = [0, Math.max(moments, greatestOf(v))];
  while (above(high) > 0) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-16 * high; step++) {
    const middle = (low + high) / 2;
    if (above(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Slope of the restricted log likelihood in tau2, twice. */
function restrictedScore(y: readonly number[], v: readonly number[], tau2: number): number {
  const w = v.map((each) => 1 / (each + tau2));
  const {mean, total, squares} = weighted(y, w);
  return y.reduce((sum, value, i) => sum + w[i]! ** 2 * (value - mean) ** 2 - w[i]!, squares / total);
}

function jamesStein(v: readonly number[], k: number, Q: number): number {
  if (k < 4)
    throw new NotIdentified(`not identified: james-stein takes at least four estimates, not ${k}`, "too few rows", {
      has: k,
      needs: 4
    });
  if (v.some((each) => Math.abs(each - v[0]!) > 1e-9 * v[0]!))
    throw new InvalidArgument("invalid variance; james-stein takes equal variances: use kind dl");
  return Math.max(0, 1 - (k - 3) / Q);
}

function studentTerm(estimate: number, se: number, df: number, level: number): Term {
  const statistic = estimate / se;
  const reach = studentTQuantile(outside(level), df, {upper: true}) * se;
  return {
    term: "pooled",
    estimate,
    se,
    statistic,
    df,
    p: studentTTwoSided(statistic, df),
    low: estimate - reach,
    high: estimate + reach
  };
}
