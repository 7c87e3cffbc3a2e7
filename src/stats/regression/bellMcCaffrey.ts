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
