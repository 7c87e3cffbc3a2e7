/**
 * Variance of a linear fit's coefficients, chosen after the fit.
 *
 * Model      V = sum_g (Z_g' A_g e_g)(Z_g' A_g e_g)', Z = X (X'X)^-1, e the residuals, g a cluster (a row, for HC)
 *            CR0 A = I; CR1 times G / (G - 1); CR1S times G (n - 1) / ((G - 1)(n - k)), k the terms; fixest the same, k
 *            with the fixed effects that are not nested in a cluster and one more, G the least of two ways; CR2 A = (I - H_gg)^-1/2, CR3 A = (I - H_gg)^-1, H the hat
 *            matrix with the fixed effects; HC2, HC3 their form for single rows; HC1 times n / (n - k); HC4 by leverage
 * Df         residual (classical, HC), G - 1 (CR0, CR1, CR1S, fixest, CR3), Satterthwaite of Bell & McCaffrey (CR2);
 *            of several terms, with CR2, Hotelling's (hotelling.ts)
 * Source     Cameron & Miller (2015), doi:10.3368/jhr.50.2.317; Bell & McCaffrey (2002); Pustejovsky & Tipton (2018),
 *            doi:10.1080/07350015.2016.1247004; Cribari-Neto (2004) for HC4; checked against R's lm, sandwich, clubSandwich
 * Weights    of rows, not of variances: CR2 takes errors as alike under its working model, as clubSandwich does for lm
 * Not here   CR2 of a working model other than independence; an error of a term that one cluster alone identifies, such as a
 *            single treated unit: 5 % tests refuse 63 (CR2) and 65 (CR1) of 100 true nulls of it (soleCluster.ts); permute
 *            the treatment instead. Classical errors refuse 13, CR1 8, CR2 5 of 100 with twelve clusters; simulation.json
 */
import {leastOf} from "../description/leastOf.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {productsByCode} from "../linalg/productsByCode.js";
import type {Codes} from "../formula/labelCodes.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {effectsRank} from "./effectsRank.js";
import {combine, type LinearFit} from "./fitLinear.js";
import {soleCluster} from "./soleCluster.js";
import type {ClusterType, HeteroskedasticType, Variance} from "./coefficientVariance.js";
import {bellMcCaffrey} from "./bellMcCaffrey.js";
import {weightedBellMcCaffrey} from "./weightedBellMcCaffrey.js";
import {hatBasis, isNested, nestedIn} from "./hatBasis.js";

const clusterTypes: readonly ClusterType[] = ["CR0", "CR1", "CR1S", "CR2", "CR3", "fixest"];

export function classicalVariance(fit: LinearFit): Variance {
  const s2 = fit.rss / fit.df;
  return {method: "iid", matrix: fit.unscaled.map((row) => row.map((value) => value * s2)), df: residualDf(fit)};
}

export function heteroskedasticVariance(fit: LinearFit, type: HeteroskedasticType): Variance {
  const {frame, residuals, influence} = fit;
  const k = frame.names.length + fit.absorbed;
  const leverage = type === "HC0" || type === "HC1" ? null : leverages(fit);
  const bend = (h: number): number => {
    if (1 - h < 1e-10) throw new NotIdentified(`not identified: a row has a leverage of 1; use HC1 or drop its term`);
    if (type === "HC2") return (1 - h) ** -0.5;
    if (type === "HC3") return 1 / (1 - h);
    return (1 - h) ** (-Math.min(4, (frame.n * h) / k) / 2);
  };
  const bent = leverage ? residuals.map((e, i) => e * bend(leverage[i]!)) : residuals;
  const scale = type === "HC1" ? frame.n / fit.df : 1;
  const weighted = influence.map((column) => column.map((z, i) => z * bent[i]!));
  const matrix = weighted.map((a) => Float64Array.from(weighted, (b) => scale * dotProduct(a, b)));
  return {method: type, matrix, df: residualDf(fit)};
}

/** @throws {RangeError} if there is one cluster only */
export function clusterVariance(fit: LinearFit, clusters: readonly Codes[], type: ClusterType = "CR2"): Variance {
  if (!clusterTypes.includes(type))
    throw new InvalidArgument(`invalid type; not one of ${clusterTypes.join(", ")}: ${type}`);
  const [first, second, more] = clusters;
  if (!first || more) throw new InvalidArgument(`invalid cluster; one or two columns, not ${clusters.length}`);
  if (second?.name === first.name) throw new InvalidArgument(`invalid cluster; twice in it: ${first.name}`);
  const few = clusters.find(({levels}) => levels < 2);
  if (few)
    throw new NotIdentified(
      `not identified: one cluster in ${few.name}; use another column, or vcov iid`,
      "too few groups",
      {has: few.levels, needs: 2}
    );
  if (!second) {
    const weighted = type === "CR2" && fit.frame.weights;
    const bent = !weighted && (type === "CR2" || type === "CR3");
    const basis = bent || isLookedInto(sizeOf(fit), first) ? hatBasis(fit, first) : null;
    const variance = weighted
      ? weightedBellMcCaffrey(fit, first, weighted)
      : bent && basis
        ? bellMcCaffrey(fit, first, {type, basis})
        : simple(fit, first, type, clusters);
    const sole = basis && isLookedInto(sizeOf(fit), first) ? soleCluster(fit, basis) : [];
    return {...variance, method: `${type} by ${first.name}`, sole};
  }
  if (type === "CR2" || type === "CR3")
    throw new InvalidArgument(`invalid type; ${type} takes one cluster, not two: use CR1, CR1S or fixest`);
  const both = cross(first, second);
  const parts = [
    simple(fit, first, type, clusters),
    simple(fit, second, type, clusters),
    simple(fit, both, type, clusters)
  ];
  const [a, b, ab] = parts.map(({matrix}) => matrix);
  const matrix = a!.map((row, i) => row.map((value, j) => value + b![i]![j]! - ab![i]![j]!));
  const df = new Float64Array(fit.frame.names.length).fill(Math.min(first.levels, second.levels) - 1);
  const sole = [solely(fit, first), solely(fit, second)];
  return {
    method: `${type} by ${first.name} and ${second.name}`,
    matrix,
    df,
    sole: matrix.map((_, j) => sole.some((one) => one[j] === true)),
    indefinite: isIndefinite(matrix)
  };
}

/** Judged by correlations, so that units don't matter (Sylvester's law of inertia). */
function isIndefinite(matrix: readonly Float64Array[]): boolean {
  const scale = matrix.map((row, j) => Math.sqrt(Math.abs(row[j]!)) || 1);
  const {values} = symmetricEigen(matrix.map((row, i) => row.map((value, j) => value / scale[i]! / scale[j]!)));
  return values.some((value) => value < -1e-10);
}

/** Looked into where the hat matrix is small enough: always where a term could hang on one cluster of a study. */
function solely(fit: LinearFit, cluster: Codes): readonly boolean[] {
  return isLookedInto(sizeOf(fit), cluster) ? soleCluster(fit, hatBasis(fit, cluster)) : [];
}

export function isLookedInto(size: Size, cluster: Codes): boolean {
  const columns = size.terms + nestedIn(size.effects, cluster).others.reduce((sum, {levels}) => sum + levels, 0);
  return size.n * columns ** 2 <= 5e7;
}

interface Size {
  readonly n: number;
  readonly terms: number;
  readonly effects: readonly Codes[];
}

const sizeOf = ({frame: {n, names, effects}}: LinearFit): Size => ({n, terms: names.length, effects});

function residualDf(fit: LinearFit): Float64Array {
  return new Float64Array(fit.frame.names.length).fill(fit.df);
}

function simple(fit: LinearFit, {levels, codes}: Codes, type: ClusterType, all: readonly Codes[]): Variance {
  const {frame, basis, residuals} = fit;
  const sums = productsByCode(residuals, basis.columns, {levels, codes});
  const scores = basis.by.map((by) => combine(sums, by));
  const nested = frame.effects.filter((effect) => all.some((cluster) => isNested(effect, cluster)));
  const others = frame.effects.filter((effect) => !nested.includes(effect));
  const absorbed = nested.length > 0 ? 1 + effectsRank(others) - Math.min(1, others.length) : fit.absorbed;
  const k = frame.names.length + (type === "fixest" ? absorbed : 0);
  const counted = type === "fixest" ? leastOf(all.map((cluster) => cluster.levels)) : levels;
  const g = type === "CR0" ? 1 : counted / (counted - 1);
  const scale = type === "CR1S" || type === "fixest" ? (g * (frame.n - 1)) / (frame.n - k) : g;
  const matrix = scores.map((a) => Float64Array.from(scores, (b) => scale * dotProduct(a, b)));
  return {method: type, matrix, df: new Float64Array(frame.names.length).fill(levels - 1)};
}

function leverages(fit: LinearFit): Float64Array {
  const rows: Codes = {name: "row", levels: fit.frame.n, codes: Int32Array.from({length: fit.frame.n}, (_, i) => i)};
  const {q} = hatBasis(fit, rows);
  return Float64Array.from(rows.codes, (row) => q.reduce((sum, column) => sum + column[row]! ** 2, 0));
}

function cross(a: Codes, b: Codes): Codes {
  const places = new Map<number, number>();
  const codes = a.codes.map((code, row) => {
    const key = code * b.levels + b.codes[row]!;
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
  return {name: `${a.name}^${b.name}`, levels: places.size, codes};
}
