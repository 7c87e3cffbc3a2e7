/**
 * Effect on the treated by imputation: what the treated would have had is foretold from the rows without treatment.
 *
 * Model      y(0) = unit + period + x c + e, fitted on untreated rows; tau of a treated row = y less what is foretold
 * Estimand   mean of tau over all treated rows, and by periods since treatment, in units of y
 * Errors     by cluster, from the estimator's weights v: the squared sums of v times residual, where a treated row's
 *            residual is tau less its cohort and period's mean weighted by v squared; conservative where effects differ
 *            within them
 * Source     Borusyak, Jaravel and Spiess (2024), doi:10.1093/restud/rdae007, theorem 1 and equation 8; checked against a
 *            dense derivation in R, golden/did/imputation.R
 * Not here   weights, leave-one-out residuals, the paper's test of earlier trends: groupTimeEffects has one
 *
 * @throws {NotIdentified} if no treated row's unit and period are both known from untreated rows
 */
import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import type {Dropped, Estimate, Term} from "../estimate.js";
import type {Table} from "../formula/table.js";
import {normalTerm} from "../generalised/normalTerm.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {inverse} from "../linalg/inverse.js";
import type {Panel, PanelColumns} from "./panel.js";
import {readPanel} from "./panel.js";

export interface ImputationOptions {
  /** periods before treatment in which it may already work: their rows are left out */
  readonly anticipation?: number;
  readonly level?: number;
}

export interface ImputationFit {
  /** rows without treatment, from which the others are foretold, and treated rows */
  readonly untreated: number;
  readonly treated: number;
}

/** A row of the panel; q: indicators of the periods seen untreated, the first left out, and covariates. */
interface Seen {
  readonly unit: number;
  readonly at: number;
  readonly y: number;
  readonly q: Float64Array;
}

interface Mean {
  n: number;
  y: number;
  readonly q: Float64Array;
}

/** What untreated rows say. */
interface Untreated {
  /** by unit */
  readonly means: ReadonlyMap<number, Mean>;
  /** of q */
  readonly slopes: Float64Array;
  readonly precision: readonly (readonly number[])[];
  /** each row's q less its unit's mean, and its residual */
  readonly rows: readonly {readonly unit: number; readonly apart: Float64Array; readonly residual: number}[];
}

interface Imputed {
  readonly unit: number;
  readonly apart: Float64Array;
  readonly tau: number;
  readonly since: number;
  /** cohort and period */
  readonly cell: string;
}

export function imputation(
  table: Table,
  columns: PanelColumns,
  {anticipation = 0, level = 0.95, ...others}: ImputationOptions = {}
): Estimate<ImputationFit> {
  closedOptions("imputation", others, ["anticipation", "level"]);
  outside(level);
  if (!(Number.isInteger(anticipation) && anticipation >= 0))
    throw new InvalidArgument(`invalid anticipation; not a whole number from 0: ${anticipation}`);
  const panel = readPanel(table, columns, {unbalanced: "pairs"});
  const {known, before, after, seen} = partsOf(panel, anticipation);
  const untreated = fitUntreated(before);
  const foretold = after.filter(({unit, at}) => known.has(at) && untreated.means.has(unit));
  if (foretold.length === 0)
    throw new NotIdentified(
      "not identified: no treated row has a unit and a period that were seen without treatment",
      "no comparison"
    );
  const imputed = foretold.map((row) => impute(row, untreated, panel));
  const errors = errorsOf(imputed, untreated, panel);
  const term = (name: string, rows: readonly Imputed[]): Term =>
    normalTerm(name, meanOf(rows.map(({tau}) => tau)), errors(rows), level);
  const periods = [...new Set(imputed.map(({since}) => since))].toSorted((a, b) => a - b);
  const counted = (reason: string, n: number): Dropped[] => (n > 0 ? [{reason, n}] : []);
  return {
    method: "imputation, units and periods from untreated rows",
    n: before.length + imputed.length,
    dropped: [
      ...panel.dropped,
      ...counted("treatment anticipated", seen - before.length - after.length),
      ...counted("treated, its unit or period never seen without treatment", after.length - imputed.length)
    ],
    clusters: {[columns.cluster ?? columns.unit]: panel.clusters},
    vcov: {type: "influence", clusters: [columns.cluster ?? columns.unit], default: true},
    terms: [
      term("all", imputed),
      ...periods.map((at) =>
        term(
          String(at),
          imputed.filter(({since}) => since === at)
        )
      )
    ],
    fit: {untreated: before.length, treated: imputed.length},
    warnings: panel.warnings
  };
}

/** Untreated rows and treated ones, and the periods in which some were untreated; what lies between is neither. */
function partsOf({y, times, first, covariates}: Panel, anticipation: number) {
  const places = y.flatMap((row, unit) => [...row.keys()].flatMap((at) => (Number.isNaN(row[at]) ? [] : [{unit, at}])));
  const isBefore = ({unit, at}: {unit: number; at: number}): boolean => times[at]! < first[unit]! - anticipation;
  const known = new Set(places.filter(isBefore).map(({at}) => at));
  const periods = [...known].toSorted((a, b) => a - b).slice(1);
  const read = ({unit, at}: {unit: number; at: number}): Seen => {
    const values = [...periods.map((one) => Number(one === at)), ...covariates.map((rows) => rows[unit]![at]!)];
    return {unit, at, y: y[unit]![at]!, q: Float64Array.from(values)};
  };
  const after = places.filter(({unit, at}) => times[at]! >= first[unit]!);
  return {known, before: places.filter(isBefore).map(read), after: after.map(read), seen: places.length};
}

/** Units are taken out as means, what q holds by its normal equations. */
function fitUntreated(rows: readonly Seen[]): Untreated {
  const means = new Map<number, Mean>();
  for (const {unit, y, q} of rows) {
    const mean = means.get(unit) ?? {n: 0, y: 0, q: new Float64Array(q.length)};
    mean.n += 1;
    mean.y += (y - mean.y) / mean.n;
    for (let k = 0; k < q.length; k++) mean.q[k]! += (q[k]! - mean.q[k]!) / mean.n;
    means.set(unit, mean);
  }
  const apart = rows.map(({unit, q}) => q.map((value, k) => value - means.get(unit)!.q[k]!));
  const outcome = rows.map(({unit, y}) => y - means.get(unit)!.y);
  const terms = [...(apart[0] ?? []).keys()];
  const precision = inverse(terms.map((j) => terms.map((k) => sumOver(apart, (q) => q[j]! * q[k]!))));
  if (!precision)
    throw new NotIdentified(
      "not identified: untreated rows do not connect all periods, or determine a covariate; use fewer of them",
      "no comparison"
    );
  const along = terms.map((k) => sumOver(apart, (q, i) => q[k]! * outcome[i]!));
  const slopes = Float64Array.from(precision, (row) => dotProduct(row, along));
  return {
    means,
    slopes,
    precision,
    rows: rows.map(({unit}, i) => ({unit, apart: apart[i]!, residual: outcome[i]! - dotProduct(apart[i]!, slopes)}))
  };
}

function impute({unit, at, y, q}: Seen, {means, slopes}: Untreated, {first, times}: Panel): Imputed {
  const mean = means.get(unit)!;
  const apart = q.map((value, k) => value - mean.q[k]!);
  const tau = y - mean.y - dotProduct(apart, slopes);
  return {unit, apart, tau, since: times[at]! - first[unit]!, cell: `${first[unit]} ${at}`};
}

/**
 * Standard error of the mean of tau over whole cells. An untreated row's weight is its unit's share, which its unit's
 * residuals cancel, and its part in the slopes.
 */
function errorsOf(imputed: readonly Imputed[], {rows, precision}: Untreated, {cluster, clusters}: Panel) {
  const means = new Map<string, {n: number; tau: number}>();
  for (const {cell, tau} of imputed) {
    const mean = means.get(cell) ?? {n: 0, tau: 0};
    mean.n += 1;
    mean.tau += (tau - mean.tau) / mean.n;
    means.set(cell, mean);
  }
  return (averaged: readonly Imputed[]): number => {
    const apart = precision.map((_, k) => meanOf(averaged.map((row) => row.apart[k]!)));
    const along = precision.map((row) => dotProduct(row, apart));
    const sums = new Float64Array(clusters);
    for (const {unit, tau, cell} of averaged) sums[cluster[unit]!]! += (tau - means.get(cell)!.tau) / averaged.length;
    for (const {unit, apart: q, residual} of rows) sums[cluster[unit]!]! -= dotProduct(along, q) * residual;
    return Math.sqrt(dotProduct(sums));
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumOver<T>(values: readonly T[], of: (value: T, i: number) => number): number {
  return values.reduce((sum, value, i) => sum + of(value, i), 0);
}
