import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Basis} from "../linalg/basisOf.js";
import {crossProducts} from "../linalg/crossProducts.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {squaresAbout} from "../linalg/squaresAbout.js";
import {mean} from "../description/mean.js";
import type {ModelFrame} from "../formula/modelFrame.js";
import {demeanerOfSeveral} from "./demeaner.js";
import {effectsRank} from "./effectsRank.js";
import {independent, type LinearOptions, type Omitted} from "./independent.js";
import {leastSquares} from "./leastSquares.js";

/** A least-squares fit before any variance is chosen. Rows are those of the frame; with weights, of sqrt(weight) times it. */
export interface LinearFit {
  readonly frame: ModelFrame;
  readonly coefficients: Float64Array;
  /** regressors less the fixed effects, times sqrt(weight) */
  readonly x: readonly Float64Array[];
  /** of x */
  readonly basis: Basis;
  /** columns of X (X'X)^-1, so that coefficients = influence' y: made where they are asked for */
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
  const products = crossProducts([...columns, y!]);
  const within = products.at(-1)!.at(-1)!;
  const {frame, kept, x, omitted, basis} = independent(whole, columns, products, scaled, {determined, about});
  const {names} = frame;
  const df = checkDf(frame.n, names.length, absorbed, omitted.length);
  const all = [...kept, columns.length];
  const {coefficients, residuals, rss} = leastSquares(
    y!,
    x,
    basis,
    all.map((j) => Float64Array.from(all, (i) => products[j]![i]!))
  );
  const centre = weights ? dotProduct(weights, frame.y) / weights.reduce((a, b) => a + b, 0) : mean(frame.y);
  const centred = frame.formula.intercept || effects.length > 0;
  const total = squaresAbout(frame.y, centred ? centre : 0, root);
  let influence: readonly Float64Array[] | undefined;
  return {
    frame,
    coefficients,
    x,
    basis,
    get influence() {
      return (influence ??= basis.by.map((by) => combine(basis.columns, by)));
    },
    unscaled: basis.unscaled,
    residuals,
    rss,
    tss: effects.length > 0 ? within : total,
    absorbed,
    df,
    r2: 1 - rss / total,
    withinR2: effects.length > 0 ? 1 - rss / within : null,
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
