/**
 * A column less its projection on fixed effects.
 *
 * Model      z in the span of the dummies solves (I - T) z = (I - T) x, T a forward and backward sweep of group
 *            demeanings; conjugate gradients on that, in the weights' inner product, need a few sweeps where plain
 *            alternating projections need thousands. One effect, or a balanced panel, is done after one sweep.
 * Source     Guimaraes & Portugal (2010); Correia (2016), "A feasible estimator for linear models with multi-way fixed
 *            effects"; checked against R's fixest-like designs through lm with dummies
 */
import type {Codes} from "../formula/modelFrame.js";

export interface DemeanOptions {
  readonly weights?: Float64Array | null;
  /** greatest remaining group mean, over the column's greatest value */
  readonly tolerance?: number;
  readonly rounds?: number;
}

/** @throws {RangeError} if it does not converge */
export function demean(
  column: Float64Array,
  effects: readonly Codes[],
  {weights = null, tolerance = 1e-13, rounds = 2_000}: DemeanOptions = {}
): Float64Array {
  const result = Float64Array.from(column);
  const subtractions = effects.map((effect) => groupMeans(effect, weights));
  const [first, ...others] = subtractions;
  if (!first) return result;
  let spread = 0;
  for (let row = 0; row < result.length; row++) spread = Math.max(spread, Math.abs(result[row]!));
  first(result);
  if (others.length === 0) {
    first(result);
    return result;
  }
  const forward = (values: Float64Array): number => {
    let change = 0;
    for (const subtract of subtractions) change = Math.max(change, subtract(values));
    return change;
  };
  const close = tolerance * spread;
  if (forward(result) <= close || forward(result) <= close) return result;
  const backward = subtractions.slice(0, -1).toReversed();
  for (let used = 0; used < rounds;) {
    used += conjugate(result, weights, rounds - used, (values) => {
      forward(values);
      for (const subtract of backward) subtract(values);
    });
    if (forward(result) <= close || forward(result) <= close) return result;
  }
  throw new RangeError(
    `not converged: the fixed effects ${effects.map(({name}) => name).join(" and ")} in ${rounds} rounds; drop one or merge its levels`
  );
}

/** Conjugate gradients from where the column stands, until the residual has shrunk by ten digits; returns the sweeps. */
function conjugate(
  column: Float64Array,
  weights: Float64Array | null,
  rounds: number,
  sweep: (values: Float64Array) => void
): number {
  const n = column.length;
  const image = new Float64Array(n);
  const residual = new Float64Array(n);
  image.set(column);
  sweep(image);
  for (let row = 0; row < n; row++) residual[row] = column[row]! - image[row]!;
  const direction = Float64Array.from(residual);
  let size = inner(residual, residual, weights);
  const enough = 1e-20 * size;
  let used = 1;
  for (; used < rounds && size > enough && size > 0; used++) {
    image.set(direction);
    sweep(image);
    for (let row = 0; row < n; row++) image[row] = direction[row]! - image[row]!;
    const along = inner(direction, image, weights);
    if (!(along > 0)) break;
    const step = size / along;
    for (let row = 0; row < n; row++) {
      column[row]! -= step * direction[row]!;
      residual[row]! -= step * image[row]!;
    }
    const next = inner(residual, residual, weights);
    const turn = next / size;
    for (let row = 0; row < n; row++) direction[row] = residual[row]! + turn * direction[row]!;
    size = next;
  }
  return used;
}

function inner(a: Float64Array, b: Float64Array, weights: Float64Array | null): number {
  let total = 0;
  if (weights) for (let row = 0; row < a.length; row++) total += weights[row]! * a[row]! * b[row]!;
  else for (let row = 0; row < a.length; row++) total += a[row]! * b[row]!;
  return total;
}

/** Takes each group's mean off its rows, in place; returns the greatest mean taken. */
function groupMeans({levels, codes}: Codes, weights: Float64Array | null): (values: Float64Array) => number {
  const n = codes.length;
  const share = new Float64Array(levels);
  for (let row = 0; row < n; row++) share[codes[row]!]! += weights ? weights[row]! : 1;
  for (let level = 0; level < levels; level++) share[level] = 1 / share[level]!;
  const means = new Float64Array(levels);
  return (values) => {
    means.fill(0);
    if (weights) for (let row = 0; row < n; row++) means[codes[row]!]! += weights[row]! * values[row]!;
    else for (let row = 0; row < n; row++) means[codes[row]!]! += values[row]!;
    let greatest = 0;
    for (let level = 0; level < levels; level++) {
      const mean = means[level]! * share[level]!;
      means[level] = mean;
      if (Math.abs(mean) > greatest) greatest = Math.abs(mean);
    }
    for (let row = 0; row < n; row++) values[row]! -= means[codes[row]!]!;
    return greatest;
  };
}
