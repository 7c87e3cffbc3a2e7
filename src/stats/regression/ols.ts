/**
 * Least squares by formula, fixed effects absorbed, with the variance that is asked for.
 *
 * Model      y = X b + fixed effects + e
 * Estimand   coefficients b, in units of y per unit of x
 * Source     Frisch & Waugh (1933), Guimaraes & Portugal (2010); variances: see variance.ts; golden/regression/ols.R
 * Not here   random effects, instruments; HAC errors
 *
 * @throws {RangeError} if a column is missing or a term not identified; {SyntaxError} if the formula can't be read
 */
import {outside} from "../description/outside.js";
import {studentTQuantile, studentTTwoSided} from "../distribution/studentT.js";
import type {Estimate, Term} from "../estimate.js";
import type {FrameOptions, Table} from "../formula/modelFrame.js";
import {modelFrame} from "../formula/modelFrame.js";
import type {LinearFit} from "./fitLinear.js";
import {fitLinear} from "./fitLinear.js";
import type {ClusterType, HeteroskedasticType, Variance} from "./variance.js";
import {classicalVariance, clusterVariance, heteroskedasticVariance} from "./variance.js";

export type Vcov =
  "iid" | HeteroskedasticType | {readonly cluster: string | readonly string[]; readonly type?: ClusterType};

export interface OlsOptions extends Omit<FrameOptions, "groups"> {
  /** column of the clusters: short for vcov {cluster}, which is CR2 with Satterthwaite df */
  readonly cluster?: string;
  readonly vcov?: Vcov;
  /** of the intervals */
  readonly level?: number;
}

export interface OlsFit {
  readonly r2: number;
  readonly adj_r2: number;
  readonly within_r2: number | null;
  readonly sigma: number;
  readonly rss: number;
  readonly df_residual: number;
  /** classical F of all slopes; null without a slope */
  readonly F: number | null;
}

export function ols(
  formula: string,
  table: Table,
  {cluster, vcov = cluster === undefined ? "iid" : {cluster}, level = 0.95, ...options}: OlsOptions = {}
): Estimate<OlsFit & Readonly<Record<string, unknown>>> {
  outside(level);
  const by = typeof vcov === "object" ? [vcov.cluster].flat() : [];
  const frame = modelFrame(formula, table, {...options, groups: by});
  const fit = fitLinear(frame);
  const variance =
    typeof vcov === "object"
      ? clusterVariance(fit, frame.groups, vcov.type)
      : vcov === "iid"
        ? classicalVariance(fit)
        : heteroskedasticVariance(fit, vcov);
  return {
    method: `ols, ${variance.method}`,
    n: frame.n,
    dropped: frame.dropped,
    clusters: Object.fromEntries(frame.groups.map(({name, levels}) => [name, levels])),
    terms: tidy(fit, variance, level),
    fit: summarise(fit),
    warnings: []
  };
}

function tidy({frame, coefficients}: LinearFit, {matrix, df}: Variance, level: number): Term[] {
  return frame.names.map((term, j) => {
    const estimate = coefficients[j]!;
    const se = Math.sqrt(matrix[j]![j]!);
    if (!(se > 0)) return {term, estimate, se: null, statistic: null, df: null, p: null, low: null, high: null};
    const reach = studentTQuantile(outside(level), df[j]!, {upper: true}) * se;
    const statistic = estimate / se;
    const p = studentTTwoSided(statistic, df[j]!);
    return {term, estimate, se, statistic, df: df[j]!, p, low: estimate - reach, high: estimate + reach};
  });
}

function summarise({frame, rss, df, r2, withinR2, absorbed}: LinearFit): OlsFit & Readonly<Record<string, unknown>> {
  const constant = frame.formula.intercept || absorbed > 0 ? 1 : 0;
  const slopes = frame.names.length - (frame.formula.intercept ? 1 : 0);
  const explained = withinR2 ?? r2;
  return {
    r2,
    adj_r2: 1 - ((1 - r2) * (frame.n - constant)) / df,
    within_r2: withinR2,
    sigma: Math.sqrt(rss / df),
    rss,
    df_residual: df,
    F: slopes > 0 && explained < 1 ? explained / slopes / ((1 - explained) / df) : null
  };
}
