import {sumOfSquares} from "../description/sumOfSquares.js";
import type {ModelFrame} from "../formula/modelFrame.js";
import {backSolve} from "../linalg/backSolve.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import type {RowStatistic} from "./bootstrap.js";

/** A term's least-squares coefficient, as a statistic of rows; NaN on rows that leave it unidentified. */
export function coefficientOf({names, x, y, effects}: ModelFrame, term: string): RowStatistic {
  const at = names.indexOf(term);
  if (at < 0) throw new RangeError(`unknown term: ${term}; there are ${names.join(", ")}`);
  if (effects.length > 0)
    throw new RangeError("invalid formula; fixed effects after a bar have no place here: use factor()");
  return (rows) => {
    const pick = (column: Float64Array): Float64Array => {
      const picked = new Float64Array(rows.length);
      for (let i = 0; i < picked.length; i++) picked[i] = column[rows[i]!]!;
      return picked;
    };
    const {q, r, dependent} = orthogonalise(x.map(pick));
    if (dependent.length > 0) return NaN;
    const outcome = pick(y);
    return backSolve(
      r,
      q.map((basis) => sumOfSquares(basis, outcome))
    )[at]!;
  };
}
