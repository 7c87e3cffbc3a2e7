/**
 * What a regression leaves of its outcome and of one regressor once all else is taken out of both.
 *
 * Model      y~ = M y, x~ = M x, M the residual maker of the fixed effects and the other regressors; the slope of y~ on x~
 *            is the regressor's coefficient (Frisch & Waugh)
 * Returns    x~ and y~ by row, in the columns' own units, mean 0; r their correlation, the partial correlation
 * Source     Frisch & Waugh (1933); Cook & Weisberg (1982) for the drawing; checked against ols
 *
 * @throws {RangeError} if the term is none of the formula's, or nothing is left of x or y
 */
import {closedOptions} from "../errors/closedOptions.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import type {Table} from "../formula/table.js";
import {modelFrame} from "../formula/modelFrame.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {squaresAbout} from "../linalg/squaresAbout.js";
import {demeaner} from "./demeaner.js";

export interface AddedVariable {
  /** which rows of the table are in it */
  readonly rows: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly slope: number;
  readonly r: number;
  /** sd of x~ over sd of y~, by which a slope and its interval become a correlation and its own */
  readonly ratio: number;
}

const least = 1e-9;

export function addedVariable(
  formula: string,
  table: Table,
  term: string,
  {groups = [], ...options}: FrameOptions = {}
): AddedVariable {
  closedOptions("addedVariable", options, ["unit", "time", "levels", "weights", "groups"]);
  const frame = modelFrame(formula, table, {...options, groups});
  const place = frame.names.indexOf(term);
  if (place < 0) throw new InvalidArgument(`missing term: ${term}; the formula has ${frame.names.join(", ")}`);
  const root = frame.weights?.map(Math.sqrt) ?? null;
  const demean = demeaner(frame.effects, {weights: frame.weights});
  const scaled = (column: Float64Array): Float64Array => (root ? column.map((value, i) => value * root[i]!) : column);
  const within = (column: Float64Array): Float64Array => scaled(demean(column));
  const {q} = orthogonalise(frame.x.filter((_, j) => j !== place).map(within));
  const residual = (column: Float64Array, name: string): {readonly rest: Float64Array; readonly squares: number} => {
    const rest = lessProjection(within(column), q);
    const squares = dotProduct(rest);
    const size = squaresAbout(column, column[0]!, root);
    if (size === 0 || !(squares > least ** 2 * size))
      throw new NotIdentified(
        `not identified: nothing is left of ${name} beside the other terms; drop one`,
        "no variation"
      );
    return {rest, squares};
  };
  const {rest: x, squares: xx} = residual(frame.x[place]!, term);
  const {rest: y, squares: yy} = residual(frame.y, "the outcome");
  const xy = dotProduct(x, y);
  const plain = (column: Float64Array): Float64Array => (root ? column.map((value, i) => value / root[i]!) : column);
  return {
    rows: frame.rows,
    x: plain(x),
    y: plain(y),
    slope: xy / xx,
    r: Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy))),
    ratio: Math.sqrt(xx / yy)
  };
}

/** Takes a column's part along the basis off, in place. */
function lessProjection(rest: Float64Array, basis: readonly Float64Array[]): Float64Array {
  for (let pass = 0; pass < 2; pass++)
    for (const direction of basis) {
      const along = dotProduct(direction, rest);
      for (let row = 0; row < rest.length; row++) rest[row]! -= along * direction[row]!;
    }
  return rest;
}
