import {dotProduct} from "../linalg/dotProduct.js";
import {backSolve} from "../linalg/backSolve.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {NotIdentified} from "../errors/notIdentified.js";

export type Ratings = readonly (readonly (number | null)[])[];

/**
 * A table of ratings, one row a target, with each missing cell as its target and its judge would have it.
 *
 * Model      y_ij = t_i + j_j + e_ij, by least squares over the ratings that are there
 * Source     Yates (1933), The analysis of replicated experiments when the field results are incomplete
 *
 * @param ratings  every target with a rating, every judge with one
 * @throws {NotIdentified} if judges share no targets, so that nothing tells how they differ
 */
export function fillRatings(ratings: Ratings): number[][] {
  const there = ratings.map((row) => row.flatMap((value, j) => (value === null ? [] : [j])));
  const means = ratings.map((row, i) => there[i]!.reduce((sum, j) => sum + row[j]!, 0) / there[i]!.length);
  const judges = judgeEffects(ratings, there, means);
  return ratings.map((row, i) => {
    const target = means[i]! - there[i]!.reduce((sum, j) => sum + judges[j]!, 0) / there[i]!.length;
    return row.map((value, j) => value ?? target + judges[j]!);
  });
}

/** What each judge adds to a target's rating, beside the last one. */
function judgeEffects(ratings: Ratings, there: readonly (readonly number[])[], means: readonly number[]): number[] {
  const k = ratings[0]!.length;
  const products = Array.from({length: k - 1}, () => new Float64Array(k - 1));
  const sums = new Float64Array(k - 1);
  ratings.forEach((row, i) => {
    for (const a of there[i]!.filter((j) => j < k - 1)) {
      sums[a]! += row[a]! - means[i]!;
      products[a]![a]! += 1;
      for (const b of there[i]!.filter((j) => j < k - 1)) products[a]![b]! -= 1 / there[i]!.length;
    }
  });
  const {q, r, dependent} = orthogonalise(products);
  if (dependent.length > 0)
    throw new NotIdentified(
      "not identified: judges without a target in common, so that nothing tells how they differ; a mixed model of the ratings, y ~ 1 + (1 | target), takes them",
      "no comparison"
    );
  const solved = backSolve(
    r,
    q.map((basis) => dotProduct(basis, sums))
  );
  return [...solved, 0];
}
