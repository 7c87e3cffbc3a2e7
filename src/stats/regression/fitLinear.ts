import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {squaresAbout} from "../linalg/squaresAbout.js";
import {mean} from "../description/mean.js";
import type {Codes} from "../formula/labelCodes.js";
import type {ModelFrame} from "../formula/modelFrame.js";
import {backSolve} from "../linalg/backSolve.js";
import {demeanerOfSeveral} from "./demeaner.js";
import {independent, type LinearOptions, type Omitted} from "./independent.js";
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
  /** terms that were left out, as others determine them */
  readonly omitted: readonly Omitted[];
}

/**
 * Least squares of a model frame, fixed effects absorbed.
 *
 * @throws {NotIdentified} if a term depends on others and may not be left out, or there are no degrees of freedom
 */
export function fitLinear(
  whole: ModelFrame,
  {determined = "refuse", about = [], ...others}: LinearOptions = {}
): LinearFit {
  closedOptions("fitLinear", others, ["determined", "about"]);
  const {effects, weights} = whole;
  if (whole.names.length === 0) throw new NotIdentified("not identified: no terms; name at least one regressor");
  const root = weights?.map(Math.sqrt) ?? null;
  const scaled = (column: Float64Array): Float64Array => (root ? column.map((value, i) => value * root[i]!) : column);
  const absorbed = effectsRank(effects);
  if (determined === "refuse") checkDf(whole.n, whole.names.length, absorbed);
  const [y, ...columns] = demeanerOfSeveral(effects, {weights})([whole.y, ...whole.x]).map(scaled);
  const {frame, x, omitted, q, r} = independent(whole, columns, scaled, {determined, about});
  const {names} = frame;
  const df = checkDf(frame.n, names.length, absorbed, omitted.length);
  const coefficients = new Float64Array(names.length);
  let residuals = y!;
  for (let pass = 0; pass < 2; pass++) {
    const step = backSolve(
      r,
      q.map((basis) => dotProduct(basis, residuals))
    );
    step.forEach((value, j) => (coefficients[j]! += value));
    residuals = residualsOf(y!, x, coefficients);
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
  const unscaled = names.map(() => new Float64Array(names.length));
  influence.forEach((a, i) =>
    influence.slice(0, i + 1).forEach((b, j) => (unscaled[i]![j] = unscaled[j]![i] = dotProduct(a, b)))
  );
  const rss = dotProduct(residuals);
  const centre = weights ? dotProduct(weights, frame.y) / weights.reduce((a, b) => a + b, 0) : mean(frame.y);
  const centred = frame.formula.intercept || effects.length > 0;
  const total = squaresAbout(frame.y, centred ? centre : 0, root);
  const within2 = dotProduct(y!);
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
    withinR2: effects.length > 0 ? 1 - rss / within2 : null,
    omitted
  };
}

function checkDf(n: number, terms: number, absorbed: number, omitted = 0): number {
  if (n - terms - absorbed >= 1) return n - terms - absorbed;
  throw new NotIdentified(
    `not identified: ${n} rows, ${terms + omitted + absorbed} parameters; add rows or drop terms`,
    "too few rows",
    {has: n, needs: terms + absorbed + 1}
  );
}

/** Sum of the columns, each times its coefficient. */
export function combine(columns: readonly Float64Array[], by: ArrayLike<number>): Float64Array {
  const result = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, j) => {
    if (by[j] !== 0) addTimes(result, column, by[j]!);
  });
  return result;
}

function addTimes(result: Float64Array, column: Float64Array, factor: number): void {
  for (let row = 0; row < result.length; row++) result[row]! += factor * column[row]!;
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
  const parent = new Int32Array(a.levels + b.levels);
  for (let i = 0; i < parent.length; i++) parent[i] = i;
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  let count = parent.length;
  for (let row = 0; row < a.codes.length; row++) {
    const one = a.codes[row]!;
    const other = a.levels + b.codes[row]!;
    if (parent[one] === parent[other]) continue;
    const i = root(one);
    const j = root(other);
    if (i !== j) {
      parent[i] = j;
      count -= 1;
    }
  }
  return count;
}
