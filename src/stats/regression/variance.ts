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
import type {Codes} from "../formula/modelFrame.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {takeRows} from "../linalg/takeRows.js";
import {bendByBlock} from "./bendByBlock.js";
import {demeaner} from "./demeaner.js";
import type {LinearFit} from "./fitLinear.js";
import {effectsRank} from "./fitLinear.js";
import {hotellingDf, type Working} from "./hotelling.js";
import {soleCluster} from "./soleCluster.js";

export type HeteroskedasticType = "HC0" | "HC1" | "HC2" | "HC3" | "HC4";
export type ClusterType = "CR0" | "CR1" | "CR1S" | "CR2" | "CR3" | "fixest";

const clusterTypes: readonly ClusterType[] = ["CR0", "CR1", "CR1S", "CR2", "CR3", "fixest"];

export interface Variance {
  readonly method: string;
  readonly matrix: readonly Float64Array[];
  /** degrees of freedom by term */
  readonly df: Float64Array;
  /** CR2: what several terms' joint test takes instead of df */
  readonly joint?: (terms: readonly number[]) => number;
  /** by term, whether one cluster alone identifies it, so that the sum over clusters is no estimate of its variance */
  readonly sole?: readonly boolean[];
  /** two ways: the sum of the two less both together is no possible variance of some combination of terms */
  readonly indefinite?: boolean;
}

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
    const basis = bent || isLookedInto(fit, first) ? hatBasis(fit, first) : null;
    const variance = weighted
      ? weightedBellMcCaffrey(fit, first, weighted)
      : bent && basis
        ? bellMcCaffrey(fit, first, {type, basis})
        : simple(fit, first, type, clusters);
    const sole = basis && isLookedInto(fit, first) ? soleCluster(fit, basis) : [];
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
  return isLookedInto(fit, cluster) ? soleCluster(fit, hatBasis(fit, cluster)) : [];
}

function isLookedInto({frame}: LinearFit, cluster: Codes): boolean {
  const others = frame.effects.filter((effect) => !isNested(effect, cluster));
  const columns = frame.names.length + others.reduce((sum, {levels}) => sum + levels, 0);
  return frame.n * columns ** 2 <= 5e7;
}

function residualDf(fit: LinearFit): Float64Array {
  return new Float64Array(fit.frame.names.length).fill(fit.df);
}

function simple(fit: LinearFit, {levels, codes}: Codes, type: ClusterType, all: readonly Codes[]): Variance {
  const {frame, influence, residuals} = fit;
  const scores = influence.map((column) => {
    const sums = new Float64Array(levels);
    for (let row = 0; row < codes.length; row++) sums[codes[row]!]! += column[row]! * residuals[row]!;
    return sums;
  });
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

/** CR2 and CR3: each cluster's share of a term's estimate, bent by its block of the hat matrix. */
function bellMcCaffrey(fit: LinearFit, cluster: Codes, by: Bending): Variance {
  const {type} = by;
  const {frame, residuals} = fit;
  const scores: Float64Array[] = frame.names.map(() => new Float64Array(cluster.levels));
  const gram = frame.names.map((): Float64Array[] => []);
  const sums = frame.names.map(() => ({trace: 0, squares: 0}));
  eachBent(fit, by, (g, j, {rows, a, b}) => {
    scores[j]![g] = dotProduct(a, takeRows(residuals, rows));
    const length = dotProduct(a);
    const shared = dotProduct(b);
    sums[j]!.trace += length - shared;
    sums[j]!.squares += length * length - 2 * length * shared;
    if (gram[j]!.length === 0) gram[j] = Array.from(b, () => new Float64Array(b.length));
    for (let s = 0; s < b.length; s++) for (let t = 0; t < b.length; t++) gram[j]![s]![t]! += b[s]! * b[t]!;
  });
  const matrix = scores.map((a) => Float64Array.from(scores, (b) => dotProduct(a, b)));
  const df = Float64Array.from(sums, ({trace, squares}, j) =>
    type === "CR3"
      ? cluster.levels - 1
      : trace ** 2 / (squares + gram[j]!.reduce((sum, row) => sum + dotProduct(row), 0))
  );
  if (type === "CR3") return {method: type, matrix, df};
  return {method: type, matrix, df, joint: (terms) => hotellingDf(terms, cluster.levels, workingOf(fit, cluster, by))};
}

interface Bending {
  readonly type: "CR2" | "CR3";
  readonly basis: HatBasis;
}

/** Of one cluster and term: its rows, a = A_g z_g, and b = Q_g' a. */
interface Bent {
  readonly rows: readonly number[];
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** What each cluster's A_g makes of its rows of each term's influence. */
function eachBent(
  fit: LinearFit,
  {type, basis: {q, members}}: Bending,
  visit: (g: number, term: number, bent: Bent) => void
): void {
  members.forEach((rows, g) => {
    const basis = q.map((column) => takeRows(column, rows));
    const bend = bendByBlock(basis, type);
    fit.influence.forEach((column, j) => {
      const a = bend(takeRows(column, rows));
      const b = new Float64Array(basis.length);
      for (let k = 0; k < b.length; k++) b[k] = dotProduct(basis[k]!, a);
      visit(g, j, {rows, a, b});
    });
  });
}

/** a_g' (I - H)_gh a_h = a_g' a_h (within a cluster) - b_g' b_h */
function workingOf(fit: LinearFit, cluster: Codes, by: Bending): Working {
  const parts: Bent[][] = Array.from({length: cluster.levels}, () => []);
  eachBent(fit, by, (g, j, bent) => (parts[g]![j] = bent));
  return (s, t, g, h) => {
    const [one, other] = [parts[g]![s]!, parts[h]![t]!];
    return (g === h ? dotProduct(one.a, other.a) : 0) - dotProduct(one.b, other.b);
  };
}

/**
 * CR2 with weights, errors taken as alike under the working model whatever their weight, as clubSandwich has it for lm:
 * A_g = ((I - H)(I - H)')_gg^-1/2, H = F L' the hat matrix of the rows as they are, F = W^-1/2 Q, L = W^1/2 Q.
 */
function weightedBellMcCaffrey(fit: LinearFit, cluster: Codes, weights: Float64Array): Variance {
  const {frame, influence, residuals} = fit;
  const {q, members} = hatBasis({...fit, frame: {...frame, effects: []}, x: [...dummiesOf(fit), ...fit.x]}, cluster);
  const root = weights.map(Math.sqrt);
  const f = q.map((column) => column.map((value, row) => value / root[row]!));
  const l = q.map((column) => column.map((value, row) => value * root[row]!));
  const inner = l.map((a) => Float64Array.from(l, (b) => dotProduct(a, b)));
  const scores = frame.names.map(() => new Float64Array(cluster.levels));
  const parts = frame.names.map((): Part[] => []);
  members.forEach((rows, g) => {
    const pick = (column: Float64Array): Float64Array => takeRows(column, rows);
    const [fg, lg] = [f.map(pick), l.map(pick)];
    const bend = inverseRoot(fg, lg, inner);
    const e = Float64Array.from(rows, (row) => residuals[row]! / root[row]!);
    influence.forEach((column, j) => {
      const a = bend(Float64Array.from(rows, (row) => column[row]! * root[row]!));
      scores[j]![g] = dotProduct(a, e);
      const along = Float64Array.from(fg, (each) => dotProduct(each, a));
      const across = Float64Array.from(lg, (each) => dotProduct(each, a));
      const image = Float64Array.from(inner, (row, k) => dotProduct(row, along) - across[k]!);
      parts[j]!.push({a, along, across, image});
    });
  });
  const matrix = scores.map((a) => Float64Array.from(scores, (b) => dotProduct(a, b)));
  const working: Working = (s, t, g, h) => {
    const [one, other] = [parts[s]![g]!, parts[t]![h]!];
    const off = dotProduct(one.along, other.image) - dotProduct(one.across, other.along);
    return off + (g === h ? dotProduct(one.a, other.a) : 0);
  };
  return {
    method: "CR2",
    matrix,
    df: Float64Array.from(parts, (_, j) => satterthwaite(cluster.levels, (g, h) => working(j, j, g, h))),
    joint: (terms) => hotellingDf(terms, cluster.levels, working)
  };
}

/** Of one cluster and term: a, F'a, L'a, and L'L F'a - L'a. */
interface Part {
  readonly a: Float64Array;
  readonly along: Float64Array;
  readonly across: Float64Array;
  readonly image: Float64Array;
}

/** tr(P)^2 / tr(P P), P_gh = a_g' ((I - H)(I - H)')_gh a_h */
function satterthwaite(clusters: number, p: (g: number, h: number) => number): number {
  let [trace, squares] = [0, 0];
  for (let g = 0; g < clusters; g++)
    for (let h = 0; h <= g; h++) {
      const value = p(g, h);
      if (g === h) trace += value;
      squares += (g === h ? 1 : 2) * value * value;
    }
  return trace ** 2 / squares;
}

/** v -> B^-1/2 v, B = I - F L' - L F' + F (L'L) F', by an orthonormal basis of the columns of F and L. */
function inverseRoot(
  f: readonly Float64Array[],
  l: readonly Float64Array[],
  inner: readonly Float64Array[]
): (v: Float64Array) => Float64Array {
  const {q} = orthogonalise([...f, ...l].filter((column) => column.some((value) => value !== 0)));
  const along = q.map((basis) => Float64Array.from(f, (column) => dotProduct(column, basis)));
  const across = q.map((basis) => Float64Array.from(l, (column) => dotProduct(column, basis)));
  const image = along.map((a, i) => Float64Array.from(inner, (row, k) => dotProduct(row, a) - across[i]![k]!));
  const small = q.map((_, i) =>
    Float64Array.from(
      q,
      (_basis, j) => (i === j ? 1 : 0) + dotProduct(along[j]!, image[i]!) - dotProduct(across[j]!, along[i]!)
    )
  );
  const {values, vectors} = symmetricEigen(small);
  return (v) => {
    const result = Float64Array.from(v);
    const places = q.map((basis) => dotProduct(basis, v));
    values.forEach((value, k) => {
      const step = ((value < 1e-10 ? 0 : value ** -0.5) - 1) * dotProduct(vectors[k]!, places);
      q.forEach((basis, i) => {
        for (let row = 0; row < result.length; row++) result[row]! += step * vectors[k]![i]! * basis[row]!;
      });
    });
    return result;
  };
}

/** The fixed effects' dummies, times sqrt(weight). */
function dummiesOf({frame: {effects, weights}}: LinearFit): Float64Array[] {
  return effects.flatMap(({levels, codes}) => {
    if (levels > 1000)
      throw new NotIdentified(
        "not feasible: CR2 with weights and over 1,000 levels of a fixed effect; use CR1",
        "not feasible"
      );
    return Array.from({length: levels}, (_, level) =>
      Float64Array.from(codes, (code, row) => (code === level ? Math.sqrt(weights?.[row] ?? 1) : 0))
    );
  });
}

/** An orthonormal basis, and the rows of each cluster. */
export interface HatBasis {
  readonly q: readonly Float64Array[];
  readonly members: readonly number[][];
}

/**
 * Orthonormal basis of the hat matrix, less the fixed effects nested in the clusters: those are orthogonal to what is
 * multiplied with it (Pustejovsky & Tipton 2018, theorem 2).
 */
export function hatBasis(fit: LinearFit, cluster: Codes): HatBasis {
  const {frame} = fit;
  const nested = frame.effects.filter((effect) => isNested(effect, cluster));
  const others = frame.effects.filter((effect) => !nested.includes(effect));
  if (others.reduce((sum, {levels}) => sum + levels, 0) > 2000)
    throw new NotIdentified(
      "not feasible: CR2 and CR3 with over 2,000 levels not nested in the clusters; use CR1",
      "not feasible"
    );
  const root = frame.weights?.map(Math.sqrt) ?? null;
  const demean = demeaner(nested, {weights: frame.weights});
  const columns = others.flatMap(({levels, codes}) =>
    Array.from({length: levels}, (_, level) => {
      const dummy = new Float64Array(codes.length);
      for (let row = 0; row < dummy.length; row++) if (codes[row] === level) dummy[row] = 1;
      const within = demean(dummy);
      return root ? within.map((value, i) => value * root[i]!) : within;
    })
  );
  const members: number[][] = Array.from({length: cluster.levels}, () => []);
  cluster.codes.forEach((code, row) => members[code]!.push(row));
  return {q: orthogonalise([...columns, ...fit.x]).q, members};
}

function leverages(fit: LinearFit): Float64Array {
  const rows: Codes = {name: "row", levels: fit.frame.n, codes: Int32Array.from({length: fit.frame.n}, (_, i) => i)};
  const {q} = hatBasis(fit, rows);
  return Float64Array.from(rows.codes, (row) => q.reduce((sum, column) => sum + column[row]! ** 2, 0));
}

function isNested(effect: Codes, cluster: Codes): boolean {
  const owner = new Int32Array(effect.levels).fill(-1);
  for (let row = 0; row < effect.codes.length; row++) {
    const [code, mine] = [effect.codes[row]!, cluster.codes[row]!];
    if (owner[code] === -1) owner[code] = mine;
    else if (owner[code] !== mine) return false;
  }
  return true;
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
