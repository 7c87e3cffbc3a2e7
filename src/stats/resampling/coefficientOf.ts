import {InvalidArgument} from "../errors/invalidArgument.js";
import {dotProduct} from "../linalg/dotProduct.js";
import type {ModelFrame} from "../formula/modelFrame.js";
import {backSolve} from "../linalg/backSolve.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {demeaner} from "../regression/demeaner.js";
import type {RowStatistic} from "./bootstrap.js";

/** A term's least-squares coefficient, as a statistic of rows; NaN on rows that leave it unidentified. */
export function coefficientOf({names, x, y, effects}: ModelFrame, term: string): RowStatistic {
  const at = names.indexOf(term);
  if (at < 0) throw new InvalidArgument(`unknown term: ${term}; there are ${names.join(", ")}`);
  return (rows) => {
    const pick = (column: Float64Array): Float64Array => {
      const picked = new Float64Array(rows.length);
      for (let i = 0; i < picked.length; i++) picked[i] = column[rows[i]!]!;
      return picked;
    };
    const within =
      effects.length > 0
        ? demeaner(effects.map((effect) => ({...effect, codes: Int32Array.from(rows, (row) => effect.codes[row]!)})))
        : (column: Float64Array): Float64Array => column;
    const picked = x.map(pick);
    const columns = picked.map((column) => within(column));
    const lost = columns.some((column, j) => !(dotProduct(column) > 1e-18 * dotProduct(picked[j]!)));
    const {q, r, dependent} = orthogonalise(columns);
    if (lost || dependent.length > 0) return NaN;
    const outcome = within(pick(y));
    return backSolve(
      r,
      q.map((basis) => dotProduct(basis, outcome))
    )[at]!;
  };
}
