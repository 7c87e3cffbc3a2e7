import {dotProduct} from "../../../src/stats/linalg/dotProduct.js";
import type {Codes} from "../../../src/stats/formula/labelCodes.js";
import {orthogonalise} from "../../../src/stats/linalg/orthogonalise.js";
import {symmetricEigen} from "../../../src/stats/linalg/symmetricEigen.js";
import {takeRows} from "../../../src/stats/linalg/takeRows.js";
import type {LinearFit} from "../../../src/stats/regression/fitLinear.js";
import {hotellingDf, type Working} from "../../../src/stats/regression/hotelling.js";
import type {Variance} from "../../../src/stats/regression/coefficientVariance.js";
import {hatBasis} from "../../../src/stats/regression/hatBasis.js";

/**
 * The long way to weightedBellMcCaffrey(), all dummies in one basis:
 * A_g = ((I - H)(I - H)')_gg^-1/2, H = F L' the hat matrix of the rows as they are, F = W^-1/2 Q, L = W^1/2 Q.
 */
export function denseWeightedVariance(fit: LinearFit, cluster: Codes, weights: Float64Array): Variance {
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
  return effects.flatMap(({levels, codes}) =>
    Array.from({length: levels}, (_, level) =>
      Float64Array.from(codes, (code, row) => (code === level ? Math.sqrt(weights?.[row] ?? 1) : 0))
    )
  );
}
