import {NotIdentified} from "../errors/notIdentified.js";
import {sumOfSquares} from "../description/sumOfSquares.js";
import {mean} from "../description/mean.js";
import type {Codes, ModelFrame} from "../formula/modelFrame.js";
import {backSolve} from "../linalg/backSolve.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {demeaner} from "./demeaner.js";
import {residualsOf} from "./residualsOf.js";

/** A least-squares fit before any variance is chosen. Rows are those of the frame; with weights, of sqrt(weight) times it. */
export interface LinearFit {
  readonly frame: ModelFrame;
  readonly coefficients: Float64Array;
  /** regressors less the fixed effects, times sqrt(weight) */
  readonly x: readonly Float64Array[];
  /** columns of X (X'X)^-1, so that coefficients = influence' y */
  readonly influence: readonly Float64Array[];
  /** (X'X)^-1 */
  readonly unscaled: readonly Float64Array[];
  /** times sqrt(weight) */
  readonly residuals: Float64Array;
  readonly rss: number;
  /** sum of squares about the mean, or the fixed effects; about 0 in a fit through the origin */
  readonly tss: number;
  /** parameters that the fixed effects take */
  readonly absorbed: number;
  readonly df: number;
  readonly r2: number;
  readonly withinR2: number | null;
}

/**
 * Least squares of a model frame, fixed effects absorbed.
 *
 * @throws {RangeError} if a term depends on others, or there are no degrees of freedom
 */
export function fitLinear(frame: ModelFrame): LinearFit {
  const {names, effects, weights} = frame;
  if (names.length === 0) throw new NotIdentified("not identified: no terms; name at least one regressor");
  const root = weights?.map(Math.sqrt) ?? null;
  const scaled = (column: Float64Array): Float64Array => (root ? column.map((value, i) => value * root[i]!) : column);
  const absorbed = effectsRank(effects);
  const df = frame.n - names.length - absorbed;
  if (df < 1) {
    const total = names.length + absorbed;
    throw new NotIdentified(
      `not identified: ${frame.n} rows, ${total} parameters; add rows or drop terms`,
      "too few rows"
    );
  }
  const demean = demeaner(effects, {weights});
  const within = (column: Float64Array): Float64Array => scaled(demean(column));
  const x = frame.x.map(within);
  frame.x.forEach((column, j) => {
    const [before, after] = [sumOfSquares(scaled(column)), sumOfSquares(x[j]!)];
    if (effects.length > 0 && !(after > 1e-18 * before))
      throw new NotIdentified(
        `not identified: ${names[j]} does not vary within ${effects.map(({name}) => name).join(" and ")}; drop it`,
        "no variation"
      );
  });
  const y = within(frame.y);
  const {q, r, dependent} = orthogonalise(x);
  if (dependent.length > 0) {
    const which = dependent.map((j) => names[j]).join(", ");
    const constant = dependent.every((j) => frame.x[j]!.every((value) => value === frame.x[j]![0]));
    throw new NotIdentified(
      constant && frame.formula.intercept
        ? `not identified: ${which} is constant, as the intercept is; drop it`
        : `not identified: ${which} can be computed from the other terms; drop one`,
      "no variation"
    );
  }
  const coefficients = new Float64Array(names.length);
  let residuals = y;
  for (let pass = 0; pass < 2; pass++) {
    const step = backSolve(
      r,
      q.map((basis) => sumOfSquares(basis, residuals))
    );
    step.forEach((value, j) => (coefficients[j]! += value));
    residuals = residualsOf(y, x, coefficients);
  }
  const inverse = q.map((_, j) =>
    backSolve(
      r,
      Float64Array.from(q, (_basis, i) => (i === j ? 1 : 0))
    )
  );
  const influence = names.map((_, j) =>
    combine(
      q,
      Float64Array.from(inverse, (column) => column[j]!)
    )
  );
  const unscaled = names.map((_, i) =>
    Float64Array.from(names, (_name, j) => sumOfSquares(influence[i]!, influence[j]!))
  );
  const rss = sumOfSquares(residuals);
  const centre = weights ? sumOfSquares(weights, frame.y) / weights.reduce((a, b) => a + b, 0) : mean(frame.y);
  const centred = frame.formula.intercept || effects.length > 0;
  const total = sumOfSquares(scaled(centred ? frame.y.map((value) => value - centre) : frame.y));
  const within2 = sumOfSquares(y);
  return {
    frame,
    coefficients,
    x,
    influence,
    unscaled,
    residuals,
    rss,
    tss: effects.length > 0 ? within2 : total,
    absorbed,
    df,
    r2: 1 - rss / total,
    withinR2: effects.length > 0 ? 1 - rss / within2 : null
  };
}

/** Sum of the columns, each times its coefficient. */
export function combine(columns: readonly Float64Array[], by: ArrayLike<number>): Float64Array {
  const result = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, j) => {
    for (let row = 0; row < result.length; row++) result[row]! += by[j]! * column[row]!;
  });
  return result;
}

/** Independent dummies among the fixed effects: for two, levels less connected components; beyond two, less one each. */
export function effectsRank(effects: readonly Codes[]): number {
  const [first, second] = effects;
  if (!first) return 0;
  if (!second) return first.levels;
  const rest = effects.slice(2).reduce((sum, {levels}) => sum + levels - 1, 0);
  return first.levels + second.levels - components(first, second) + rest;
}

function components(a: Codes, b: Codes): number {
  const parent = Int32Array.from({length: a.levels + b.levels}, (_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  let count = parent.length;
  for (let row = 0; row < a.codes.length; row++) {
    const [i, j] = [root(a.codes[row]!), root(a.levels + b.codes[row]!)];
    if (i !== j) {
      parent[i] = j;
      count -= 1;
    }
  }
  return count;
}
