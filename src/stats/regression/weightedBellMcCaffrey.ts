import {NotIdentified} from "../errors/notIdentified.js";
import {dotProduct} from "../linalg/dotProduct.js";
import type {Codes} from "../formula/labelCodes.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {outerSum} from "../linalg/outerSum.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {takeRows} from "../linalg/takeRows.js";
import type {LinearFit} from "./fitLinear.js";
import {hotellingDf, type Working} from "./hotelling.js";
import type {HatBasis, Variance} from "./coefficientVariance.js";
import {hatBasis, nestedIn} from "./hatBasis.js";

/** over so many columns that clusters share, each cluster's block takes too long */
const mostShared = 1000;

/**
 * CR2 with weights, errors taken as alike under the working model whatever their weight, as clubSandwich has it for lm:
 * A_g = ((I - H)(I - H)')_gg^-1/2, H = F L' the hat matrix of the rows as they are, F = W^-1/2 Q, L = W^1/2 Q.
 *
 * Q is the dummies of the effects nested in the clusters, each of one cluster alone, and the columns that clusters share: a
 * cluster's rows meet its own and the shared ones only, so that the work grows with the clusters and not with their square.
 *
 * @throws {NotIdentified} if clusters share over 1,000 columns
 */
export function weightedBellMcCaffrey(fit: LinearFit, cluster: Codes, weights: Float64Array): Variance {
  const {frame, influence, residuals} = fit;
  const scores = frame.names.map(() => new Float64Array(cluster.levels));
  const parts = frame.names.map((): Part[] => []);
  const {nested} = nestedIn(frame.effects, cluster);
  eachWeighted(influence, {basis: hatBasis(fit, cluster), nested, weights}, (g, j, {rows, a, roots, part}) => {
    const e = Float64Array.from(rows, (row, i) => residuals[row]! / roots[i]!);
    scores[j]![g] = dotProduct(a, e);
    parts[j]!.push(part);
  });
  const matrix = scores.map((a) => Float64Array.from(scores, (b) => dotProduct(a, b)));
  const working: Working = (s, t, g, h) => workingOf(parts[s]![g]!, parts[t]![h]!, g === h);
  return {
    method: "CR2",
    matrix,
    df: Float64Array.from(parts, weightedSatterthwaite),
    joint: (terms) => hotellingDf(terms, cluster.levels, working)
  };
}

/** Of one cluster and term: its rows, the roots of their weights, a = A_g z_g, and its part in the df. */
export interface WeightedBent {
  readonly rows: readonly number[];
  readonly roots: Float64Array;
  readonly a: Float64Array;
  readonly part: Part;
}

/** What each cluster's A_g makes of its rows of each term's influence. */
export function eachWeighted(
  influence: readonly Float64Array[],
  {
    basis: {q: shared, members},
    nested,
    weights
  }: {readonly basis: HatBasis; readonly nested: readonly Codes[]; readonly weights: Float64Array},
  visit: (g: number, term: number, bent: WeightedBent) => void
): void {
  if (shared.length > mostShared)
    throw new NotIdentified(
      "not feasible: CR2 with weights and over 1,000 levels not nested in the clusters; use CR1",
      "not feasible"
    );
  const root = weights.map(Math.sqrt);
  const long = shared.map((column) => column.map((value, row) => value * root[row]!));
  const inner = long.map((a) => Float64Array.from(long, (b) => dotProduct(a, b)));
  members.forEach((rows, g) => {
    const roots = takeRows(root, rows);
    const block = blockOf(ownBasis(nested, rows, roots), shared, inner, {rows, roots});
    const bend = inverseRoot(block);
    influence.forEach((column, j) => {
      const a = bend(takeRows(column, rows).map((value, i) => value * roots[i]!));
      visit(g, j, {rows, roots, a, part: partOf(a, block)});
    });
  });
}

/** Orthonormal basis of a cluster's own dummies, times sqrt(weight). */
function ownBasis(nested: readonly Codes[], rows: readonly number[], roots: Float64Array): readonly Float64Array[] {
  const dummies = nested.flatMap(({codes}) =>
    [...new Set(rows.map((row) => codes[row]!))].map((level) =>
      roots.map((value, i) => (codes[rows[i]!] === level ? value : 0))
    )
  );
  return orthogonalise(dummies).q;
}

/** A cluster's rows of F and L, each over its own columns and then the shared ones, and L'L of these columns. */
interface Block {
  readonly f: readonly Float64Array[];
  readonly l: readonly Float64Array[];
  readonly size: number;
  /** how many of the columns are the cluster's own */
  readonly own: number;
  /** L'L: its rows of the cluster's own columns, and the shared ones by one another, which are the same for every cluster */
  readonly ofOwn: readonly Float64Array[];
  readonly ofShared: readonly Float64Array[];
}

/** Adds a row of L'L, so many times. */
function addProduct(sum: Float64Array, {own, ofOwn, ofShared}: Block, k: number, factor: number): void {
  if (k < own) return addTimes(sum, ofOwn[k]!, factor);
  for (let j = 0; j < own; j++) sum[j]! += factor * ofOwn[j]![k]!;
  const row = ofShared[k - own]!;
  for (let j = 0; j < row.length; j++) sum[own + j]! += factor * row[j]!;
}

function blockOf(
  own: readonly Float64Array[],
  shared: readonly Float64Array[],
  inner: readonly Float64Array[],
  {rows, roots}: {readonly rows: readonly number[]; readonly roots: Float64Array}
): Block {
  const size = own.length + shared.length;
  const [f, l] = [rows, rows].map((all) => all.map(() => new Float64Array(size)));
  rows.forEach((row, i) => {
    for (let k = 0; k < size; k++) {
      const value = k < own.length ? own[k]![i]! : shared[k - own.length]![row]!;
      f![i]![k] = value / roots[i]!;
      l![i]![k] = value * roots[i]!;
    }
  });
  const ofOwn = own.map((_, k) => {
    const row = new Float64Array(size);
    for (const one of l!) addTimes(row, one, one[k]!);
    return row;
  });
  return {f: f!, l: l!, size, own: own.length, ofOwn, ofShared: inner};
}

/**
 * Of one cluster and term: a = A_g z_g, and what two of them make of P_gh: before_g' after_h over the shared columns, and
 * within a cluster what is of its own columns and rows besides.
 */
export interface Part {
  readonly a: Float64Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly own: Products;
}

/** F'a, L'a and L'L F'a - L'a. */
interface Products {
  readonly along: Float64Array;
  readonly across: Float64Array;
  readonly image: Float64Array;
}

function partOf(a: Float64Array, block: Block): Part {
  const {f, l, size, own} = block;
  const [along, across, ofMine, ofShared] = Array.from({length: 4}, () => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array
  ];
  for (let i = 0; i < a.length; i++) {
    addTimes(along, f[i]!, a[i]!);
    addTimes(across, l[i]!, a[i]!);
  }
  for (let k = 0; k < size; k++) addProduct(k < own ? ofMine : ofShared, block, k, along[k]!);
  for (let k = 0; k < size; k++) ofMine[k]! -= across[k]!;
  const [before, after] = [new Float64Array(2 * (size - own)), new Float64Array(2 * (size - own))];
  for (let k = own; k < size; k++) {
    before[k - own] = ofMine[k]!;
    before[size - 2 * own + k] = after[k - own] = along[k]!;
    after[size - 2 * own + k] = ofMine[k]! + ofShared[k]!;
  }
  const mine = (values: Float64Array): Float64Array => values.subarray(0, own);
  return {a, before, after, own: {along: mine(along), across: mine(across), image: mine(ofMine)}};
}

/** p_g' p_h of two clusters, or of one where the parts are of the same. */
function workingOf(one: Part, other: Part, same: boolean): number {
  const shared = dotProduct(one.before, other.after);
  if (!same) return shared;
  const own = dotProduct(one.own.along, other.own.image) - dotProduct(one.own.across, other.own.along);
  return shared + own + dotProduct(one.a, other.a);
}

/** tr(P)^2 / tr(P P), P_gh = a_g' ((I - H)(I - H)')_gh a_h; the sum over all g and h is of products of sums over each. */
export function weightedSatterthwaite(parts: readonly Part[]): number {
  const size = parts[0]?.before.length ?? 0;
  const [before, after] = [parts.map((part) => part.before), parts.map((part) => part.after)];
  let [trace, squares] = [0, dotProduct(outerSum(before, before, size), outerSum(after, after, size))];
  for (const part of parts) {
    const value = workingOf(part, part, true);
    trace += value;
    squares += value ** 2 - workingOf(part, part, false) ** 2;
  }
  return trace ** 2 / squares;
}

/**
 * v -> B^-1/2 v, B = I - F L' - L F' + F (L'L) F' = I - F M' - M F', M = L - F (L'L) / 2, on an orthonormal basis of the
 * columns of F and L, or on the rows themselves where they are fewer.
 */
function inverseRoot(block: Block): (v: Float64Array) => Float64Array {
  const {f, l, size} = block;
  const basis = f.length > 2 * size ? basisOf([...columnsOf(f), ...columnsOf(l)]) : null;
  const on = (rows: readonly Float64Array[]): readonly Float64Array[] =>
    basis ? basis.map((column) => sumOf(rows, column)) : rows;
  const [a, c] = [on(f), on(l)];
  const m = a.map((row, i) => {
    const left = Float64Array.from(c[i]!);
    for (let k = 0; k < size; k++) addProduct(left, block, k, -row[k]! / 2);
    return left;
  });
  const small = a.map(() => new Float64Array(a.length));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j <= i; j++)
      small[i]![j] = small[j]![i] = Number(i === j) - plainProduct(a[i]!, m[j]!) - plainProduct(m[i]!, a[j]!);
  }
  const {values, vectors} = symmetricEigen(small);
  const steps = values.map((value) => (value < 1e-10 ? 0 : value ** -0.5) - 1);
  return (v) => {
    const places = basis ? Float64Array.from(basis, (column) => dotProduct(column, v)) : v;
    const moved = new Float64Array(places.length);
    vectors.forEach((vector, k) => addTimes(moved, vector, steps[k]! * plainProduct(vector, places)));
    const result = Float64Array.from(v);
    if (basis) basis.forEach((column, i) => addTimes(result, column, moved[i]!));
    else addTimes(result, moved, 1);
    return result;
  };
}

function basisOf(columns: readonly Float64Array[]): readonly Float64Array[] {
  return orthogonalise(columns.filter((column) => column.some((value) => value !== 0))).q;
}

function columnsOf(rows: readonly Float64Array[]): Float64Array[] {
  return Array.from({length: rows[0]?.length ?? 0}, (_, k) => Float64Array.from(rows, (row) => row[k]!));
}

/** Sum of the rows, each times its factor. */
function sumOf(rows: readonly Float64Array[], factors: Float64Array): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  rows.forEach((row, i) => addTimes(sum, row, factors[i]!));
  return sum;
}

function addTimes(sum: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += factor * values[i]!;
}

/** of short columns of one size, whose rounding is none */
function plainProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
