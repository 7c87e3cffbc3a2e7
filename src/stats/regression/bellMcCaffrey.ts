import {dotProduct} from "../linalg/dotProduct.js";
import type {Codes} from "../formula/labelCodes.js";
import {takeRows} from "../linalg/takeRows.js";
import {bendByBlock} from "./bendByBlock.js";
import type {LinearFit} from "./fitLinear.js";
import {hotellingDf, type Working} from "./hotelling.js";
import type {Variance} from "./coefficientVariance.js";
import type {Bending} from "./coefficientVariance.js";

/** CR2 and CR3: each cluster's share of a term's estimate, bent by its block of the hat matrix. */
export function bellMcCaffrey(fit: LinearFit, cluster: Codes, by: Bending): Variance {
  const {type} = by;
  const {frame, residuals, influence} = fit;
  const scores: Float64Array[] = frame.names.map(() => new Float64Array(cluster.levels));
  const freedom = frame.names.map(satterthwaite);
  eachBent(influence, by, (g, j, bent) => {
    scores[j]![g] = dotProduct(bent.a, takeRows(residuals, bent.rows));
    freedom[j]!.add(bent);
  });
  const matrix = scores.map((a) => Float64Array.from(scores, (b) => dotProduct(a, b)));
  const df = Float64Array.from(freedom, (one) => (type === "CR3" ? cluster.levels - 1 : one.df()));
  if (type === "CR3") return {method: type, matrix, df};
  const joint = (terms: readonly number[]): number =>
    hotellingDf(terms, cluster.levels, workingOf(influence, cluster.levels, by));
  return {method: type, matrix, df, joint};
}

/** Of one cluster and term: its rows, a = A_g z_g, and b = Q_g' a. */
export interface Bent {
  readonly rows: readonly number[];
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** What each cluster's A_g makes of its rows of each term's influence. */
export function eachBent(
  influence: readonly Float64Array[],
  {type, basis: {q, members}}: Bending,
  visit: (g: number, term: number, bent: Bent) => void
): void {
  members.forEach((rows, g) => {
    const basis = q.map((column) => takeRows(column, rows));
    const bend = bendByBlock(basis, type);
    influence.forEach((column, j) => {
      const a = bend(takeRows(column, rows));
      const b = new Float64Array(basis.length);
      for (let k = 0; k < b.length; k++) b[k] = dotProduct(basis[k]!, a);
      visit(g, j, {rows, a, b});
    });
  });
}

/** Satterthwaite's df of a term, tr(P)^2 / tr(P P), P_gh = a_g' (I - H)_gh a_h, cluster by cluster. */
export function satterthwaite(): {readonly add: (bent: Bent) => void; readonly df: () => number} {
  let [trace, squares] = [0, 0];
  let gram: readonly Float64Array[] = [];
  return {
    add({a, b}) {
      const length = dotProduct(a);
      const shared = dotProduct(b);
      trace += length - shared;
      squares += length * length - 2 * length * shared;
      if (gram.length === 0) gram = Array.from(b, () => new Float64Array(b.length));
      addOuter(gram, b);
    },
    df: () => trace ** 2 / (squares + gram.reduce((sum, row) => sum + dotProduct(row), 0))
  };
}

/** Adds b b'. */
function addOuter(gram: readonly Float64Array[], b: Float64Array): void {
  for (let s = 0; s < b.length; s++) {
    const [row, own] = [gram[s]!, b[s]!];
    for (let t = 0; t < b.length; t++) row[t]! += own * b[t]!;
  }
}

/** a_g' (I - H)_gh a_h = a_g' a_h (within a cluster) - b_g' b_h */
function workingOf(influence: readonly Float64Array[], clusters: number, by: Bending): Working {
  const parts: Bent[][] = Array.from({length: clusters}, () => []);
  eachBent(influence, by, (g, j, bent) => (parts[g]![j] = bent));
  return (s, t, g, h) => {
    const [one, other] = [parts[g]![s]!, parts[h]![t]!];
    return (g === h ? dotProduct(one.a, other.a) : 0) - dotProduct(one.b, other.b);
  };
}
