import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {centre} from "../description/centre.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {fisherFUpper} from "../distribution/fisherF.js";
import {normalQuantile} from "../distribution/normal.js";
import type {Estimate} from "../estimate.js";
import {correlation} from "./correlation.js";
import type {CorrelationOptions} from "./correlationEstimate.js";

export interface RepeatedCorrelationFit {
  readonly slope: number;
  readonly F: number | null;
  readonly subjects: number;
  /** correlation of all rows with subjects ignored, for contrast */
  readonly pooled_r: number;
}

/**
 * Repeated-measures correlation: the association within subjects, one slope for all.
 *
 * Model      y_ij = a_i + b x_ij + e_ij; r = sign(b) sqrt(SS_x / (SS_x + SS_e)) on N - k - 1 df, k subjects; Fisher's z
 *            with variance 1 / (df - 1)
 * Source     Bland & Altman (1995), doi:10.1136/bmj.310.6977.446; Bakdash & Marusich (2017); rmcorr 0.8
 */
export function repeatedCorrelation(
  x: Column,
  y: Column,
  subject: ArrayLike<string | number | null>,
  {level = 0.95, ...others}: CorrelationOptions = {}
): Estimate<RepeatedCorrelationFit> {
  closedOptions("repeatedCorrelation", others, ["level"]);
  if (subject.length !== x.length)
    throw new InvalidArgument(`invalid subject; length ${subject.length} differs from that of x: ${x.length}`);
  const codes = new Map<string | number, number>();
  const coded = Array.from(subject, (name) => {
    if (name === null) return null;
    if (!codes.has(name)) codes.set(name, codes.size);
    return codes.get(name)!;
  });
  const {n, columns, dropped} = completeCases({x, y, subject: coded});
  const rows = new Map<number, number[]>();
  columns.subject.forEach((code, i) => {
    const members = rows.get(code);
    if (members) members.push(i);
    else rows.set(code, [i]);
  });
  const k = rows.size;
  const df = n - k - 1;
  if (df < 1)
    throw new NotIdentified(`not identified: ${n} rows of ${k} subjects; subjects need repeated rows`, "too few rows", {
      has: n,
      needs: k + 2
    });
  const dx = new Float64Array(n);
  const dy = new Float64Array(n);
  for (const members of rows.values()) {
    const u = centre(members.map((i) => columns.x[i]!));
    const v = centre(members.map((i) => columns.y[i]!));
    members.forEach((i, at) => {
      dx[i] = u[at]!;
      dy[i] = v[at]!;
    });
  }
  const sxx = dotProduct(dx);
  const syy = dotProduct(dy);
  if (sxx === 0 || syy === 0)
    throw new NotIdentified(
      `not identified: ${sxx === 0 ? "x" : "y"} is constant within every subject`,
      "no variation"
    );
  const sxy = dotProduct(dx, dy);
  const r = Math.max(-1, Math.min(1, sxy / Math.sqrt(sxx) / Math.sqrt(syy)));
  const rest = (1 - r) * (1 + r);
  const F = rest === 0 ? null : (df * r * r) / rest;
  const warnings = df < 2 ? ["too few observations for an interval"] : [];
  if (F === null) warnings.push("the correlation is perfect, so that its F statistic is infinite");
  const half = df < 2 ? null : normalQuantile(outside(level), {upper: true}) / Math.sqrt(df - 1);
  const bound = (sign: number): number | null => (half === null ? null : Math.tanh(Math.atanh(r) + sign * half));
  return {
    method: "rmcorr",
    n,
    dropped,
    clusters: {subject: k},
    terms: [
      {
        term: "correlation",
        estimate: r,
        se: null,
        statistic: F === null ? null : Math.sign(r) * Math.sqrt(F),
        df,
        p: F === null ? 0 : fisherFUpper(F, 1, df),
        low: bound(-1),
        high: bound(1)
      }
    ],
    fit: {slope: sxy / sxx, F, subjects: k, pooled_r: correlation(columns.x, columns.y)},
    warnings
  };
}
