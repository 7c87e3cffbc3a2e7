/**
 * Average effect on the treated from two periods, with each unit's influence on it.
 *
 * Model      reg: the untreated change is X b among the comparison; ipw: the comparison weighted by the odds of treatment;
 *            dr: both, right if either is
 * Source     Sant'Anna & Zhao (2020), doi:10.1016/j.jeconom.2020.06.003, sections 2 and 3; Abadie (2005)
 *
 * @param change   y after less y before, of n units
 * @param treated  1 or 0
 * @param x        covariates with a constant first, by column
 * @throws {RangeError} if the comparison can't carry the covariates, or a unit's chance of treatment is 0.999 or more, as R's did
 */
import {NotIdentified} from "../errors/notIdentified.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {backSolve} from "../linalg/backSolve.js";
import {orthogonalise} from "../linalg/orthogonalise.js";

export type DidEstimator = "dr" | "reg" | "ipw";

export interface TwoByTwo {
  readonly att: number;
  /** mean nought; its variance over n is the estimate's */
  readonly influence: Float64Array;
}

export function twoByTwo(
  change: Float64Array,
  treated: Float64Array,
  x: readonly Float64Array[],
  estimator: DidEstimator
): TwoByTwo {
  const n = change.length;
  const control = treated.map((value) => 1 - value);
  const outcome = estimator === "ipw" ? null : regression(change, control, x);
  const propensity = estimator === "reg" ? null : chances(treated, x);
  const rest = change.map((value, i) => value - (outcome ? outcome.fitted[i]! : 0));
  const share = mean(treated);
  const treatedMean = mean(rest.map((value, i) => value * treated[i]!)) / share;
  const influence = rest.map((value, i) => (treated[i]! * (value - treatedMean)) / share);
  if (outcome) {
    const pull = x.map((column) => mean(column.map((value, i) => value * treated[i]!)));
    add(influence, outcome.influence, pull, -1 / share);
  }
  if (!propensity) return {att: treatedMean, influence};
  const odds = control.map((value, i) => (value * propensity.chance[i]!) / (1 - propensity.chance[i]!));
  const weight = mean(odds);
  const controlMean = mean(rest.map((value, i) => value * odds[i]!)) / weight;
  const own = rest.map((value, i) => odds[i]! * (value - controlMean));
  const slope = x.map((column) => mean(column.map((value, i) => value * own[i]!)));
  add(own, propensity.influence, slope, 1);
  if (outcome)
    add(
      own,
      outcome.influence,
      x.map((column) => mean(column.map((value, i) => value * odds[i]!))),
      -1
    );
  for (let i = 0; i < n; i++) influence[i]! -= own[i]! / weight;
  return {att: treatedMean - controlMean, influence};
}

/** Least squares among the comparison: fitted values of all, and each unit's influence on the coefficients. */
function regression(
  change: Float64Array,
  control: Float64Array,
  x: readonly Float64Array[]
): {fitted: Float64Array; influence: Float64Array[]} {
  const n = change.length;
  const among = x.map((column) => column.map((value, i) => value * control[i]!));
  const {q, r, dependent} = orthogonalise(among);
  const controls = control.reduce((sum, value) => sum + value, 0);
  if (dependent.length > 0 || controls <= x.length)
    throw new NotIdentified(
      `not identified: ${controls} comparison units for ${x.length} covariates that vary among them; drop covariates`,
      "no comparison"
    );
  const b = backSolve(
    r,
    q.map((basis) => dotProduct(basis, change))
  );
  const fitted = new Float64Array(n);
  x.forEach((column, j) => column.forEach((value, i) => (fitted[i]! += value * b[j]!)));
  const columns = x.map((_, j) =>
    backSolve(
      r,
      Float64Array.from(x, (_column, i) => (i === j ? 1 : 0))
    )
  );
  const influence = x.map((_, j) => {
    const result = new Float64Array(n);
    q.forEach((basis, k) => {
      for (let i = 0; i < n; i++)
        result[i]! += columns[k]![j]! * basis[i]! * n * control[i]! * (change[i]! - fitted[i]!);
    });
    return result;
  });
  return {fitted, influence};
}

/**
 * Chances of treatment by scoring. It stops, and takes its information, where R's glm does (a deviance that moves by less
 * than 1e-8 of itself), as the errors that others publish stand on that.
 */
function chances(treated: Float64Array, x: readonly Float64Array[]): {chance: Float64Array; influence: Float64Array[]} {
  const n = treated.length;
  let chance = treated.map((value) => (value + 0.5) / 2);
  let deviance = devianceOf(treated, chance);
  for (let round = 0; round < 25; round++) {
    const root = chance.map((p) => Math.sqrt(p * (1 - p)));
    const working = chance.map((p, i) => root[i]! * (Math.log(p / (1 - p)) + (treated[i]! - p) / (p * (1 - p))));
    const {q, r, dependent} = orthogonalise(x.map((column) => column.map((value, i) => value * root[i]!)));
    if (dependent.length > 0)
      throw new NotIdentified(
        "not identified: the covariates' information on treatment is singular; drop some",
        "collinear"
      );
    const b = backSolve(
      r,
      q.map((basis) => dotProduct(basis, working))
    );
    const eta = new Float64Array(n);
    x.forEach((column, j) => column.forEach((value, i) => (eta[i]! += value * b[j]!)));
    chance = eta.map((value) => 1 / (1 + Math.exp(-value)));
    if (chance.some((p) => !(p > 1e-12 && p < 1 - 1e-12))) break;
    const before = deviance;
    deviance = devianceOf(treated, chance);
    if (Math.abs(deviance - before) >= 1e-8 * (Math.abs(deviance) + 0.1)) continue;
    const columns = x.map((_, j) =>
      backSolve(
        r,
        Float64Array.from(x, (_column, i) => (i === j ? 1 : 0))
      )
    );
    const covariance = x.map((_, j) =>
      x.map((_column, k) => columns.reduce((sum, column) => sum + column[j]! * column[k]!, 0))
    );
    if (chance.some((p) => p >= 0.999))
      throw new NotIdentified(
        "not identified: a unit's chance of treatment reaches 0.999, so that no comparison unit is like it; drop covariates, or use reg",
        "separated"
      );
    const influence = covariance.map((row) =>
      chance.map((p, i) => n * (treated[i]! - p) * x.reduce((sum, column, k) => sum + row[k]! * column[i]!, 0))
    );
    return {chance, influence};
  }
  throw new NotIdentified(
    "not identified: the covariates separate treated and comparison units; drop some, or use reg",
    "separated"
  );
}

function devianceOf(treated: Float64Array, chance: Float64Array): number {
  return -2 * treated.reduce((sum, value, i) => sum + Math.log(value === 1 ? chance[i]! : 1 - chance[i]!), 0);
}

function add(target: Float64Array, columns: readonly Float64Array[], by: readonly number[], scale: number): void {
  columns.forEach((column, j) => {
    for (let i = 0; i < target.length; i++) target[i]! += scale * by[j]! * column[i]!;
  });
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
