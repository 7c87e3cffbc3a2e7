/**
 * Columns less their projection on fixed effects.
 *
 * Model      all effects but the greatest with few levels together: its means are taken out of their dummies, and their
 *            coefficients solved for in the matrix that remains. Otherwise z in the span of the dummies solves (I - T) z = (I - T) x, T a
 *            forward and backward sweep of group demeanings, by conjugate gradients in the weights' inner product, which
 *            need a few sweeps where plain alternating projections need thousands
 * Source     Guimaraes & Portugal (2010); Correia (2016), "A feasible estimator for linear models with multi-way fixed
 *            effects"
 */
import {NotIdentified} from "../errors/notIdentified.js";
import type {Codes} from "../formula/modelFrame.js";

export interface DemeanOptions {
  readonly weights?: Float64Array | null;
  /** greatest remaining group mean, over the column's greatest value */
  readonly tolerance?: number;
  readonly rounds?: number;
}

const fewLevels = 600;
/** sweeps without two further digits after which the column goes back to where it stood best */
const patience = 1_000;

/** @throws {RangeError} on a column for which it does not converge */
export function demeaner(
  effects: readonly Codes[],
  {weights = null, tolerance = 1e-13, rounds = 5_000}: DemeanOptions = {}
): (column: Float64Array) => Float64Array {
  const ordered = effects.toSorted((a, b) => b.levels - a.levels);
  const subtractions = ordered.map((effect) => groupMeans(effect, weights));
  const [first] = subtractions;
  if (!first) return (column) => Float64Array.from(column);
  const [many, ...few] = ordered;
  const exact =
    many && few.reduce((sum, {levels}) => sum + levels, 0) <= fewLevels ? eliminator(many, few, weights) : null;
  const forward = (values: Float64Array): number => {
    let change = 0;
    for (const subtract of subtractions) change = Math.max(change, subtract(values));
    return change;
  };
  const backward = subtractions.slice(0, -1).toReversed();
  return (column) => {
    const result = Float64Array.from(column);
    let spread = 0;
    for (let row = 0; row < result.length; row++) spread = Math.max(spread, Math.abs(result[row]!));
    const close = tolerance * spread;
    if (subtractions.length === 1) {
      first(result);
      first(result);
      return result;
    }
    if (exact) {
      exact(result);
      return result;
    }
    if (forward(result) <= close || forward(result) <= close) return result;
    let left = Infinity;
    for (let used = 0; used < rounds;) {
      const sweeps = conjugate(result, weights, rounds - used, (values) => {
        forward(values);
        for (const subtract of backward) subtract(values);
      });
      used += sweeps;
      const before = left;
      left = Math.min(forward(result), forward(result));
      // what no further sweep makes smaller is rounding
      if (left <= close || (left >= before / 2 && left <= 1e-9 * spread)) return result;
    }
    throw new NotIdentified(
      `not converged: the fixed effects ${effects.map(({name}) => name).join(" and ")} in ${rounds} rounds; drop one or merge its levels`,
      "not converged"
    );
  };
}

/**
 * x -> M (x - D g), M the demeaning by `many`, D the dummies of `few`, g from (D'MD) g = D'M x; twice, since the second
 * time takes off what rounding left. Each pass over the rows takes off one thing and sums up for the next.
 */
function eliminator(many: Codes, few: readonly Codes[], weights: Float64Array | null): (values: Float64Array) => void {
  const stacked: Int32Array[] = [];
  let size = 0;
  for (const {codes, levels} of few) {
    const from = size;
    stacked.push(from === 0 ? codes : codes.map((code) => from + code));
    size += levels;
  }
  const solve = remaining(many, stacked, size, weights);
  const {codes, levels} = many;
  const share = new Float64Array(levels);
  for (let row = 0; row < codes.length; row++) share[codes[row]!]! += weights ? weights[row]! : 1;
  for (let level = 0; level < levels; level++) share[level] = 1 / share[level]!;
  const means = new Float64Array(levels);
  const none = new Float64Array(levels);
  const sums = new Float64Array(size);
  const averaged = (): void => {
    for (let level = 0; level < levels; level++) means[level]! *= share[level]!;
  };
  return (values) => {
    means.fill(0);
    pass(values, codes, none, codes, means, weights);
    for (let time = 0; time < 2; time++) {
      averaged();
      sums.fill(0);
      pass(values, codes, means, stacked[0]!, sums, weights);
      for (let k = 1; k < stacked.length; k++) pass(values, codes, none, stacked[k]!, sums, weights);
      const g = solve(sums);
      means.fill(0);
      const last = stacked.length - 1;
      for (let k = 0; k < last; k++) pass(values, stacked[k]!, g, null, means, weights);
      pass(values, stacked[last]!, g, codes, means, weights);
    }
    averaged();
    pass(values, codes, means, null, sums, weights);
  };
}

/** Takes each row's level off, in place, and adds what is left to the sums by another effect. */
function pass(
  values: Float64Array,
  by: Int32Array,
  level: Float64Array,
  to: Int32Array | null,
  sums: Float64Array,
  weights: Float64Array | null
): void {
  if (to === null) for (let row = 0; row < values.length; row++) values[row]! -= level[by[row]!]!;
  else if (weights)
    for (let row = 0; row < values.length; row++) {
      const value = values[row]! - level[by[row]!]!;
      values[row] = value;
      sums[to[row]!]! += weights[row]! * value;
    }
  else
    for (let row = 0; row < values.length; row++) {
      const value = values[row]! - level[by[row]!]!;
      values[row] = value;
      sums[to[row]!]! += value;
    }
}

/** Solves with D'MD; a level that can be told from those before it is set to nought. */
function remaining(
  many: Codes,
  stacked: readonly Int32Array[],
  size: number,
  weights: Float64Array | null
): (b: Float64Array) => Float64Array {
  const matrix = new Float64Array(size * size);
  const {starts, rows} = byLevel(many);
  const mass = new Float64Array(size);
  const seen = new Int32Array(size);
  for (let level = 0; level < many.levels; level++) {
    let [count, total] = [0, 0];
    for (let k = starts[level]!; k < starts[level + 1]!; k++) {
      const row = rows[k]!;
      const weight = weights ? weights[row]! : 1;
      total += weight;
      for (const codes of stacked) {
        const code = codes[row]!;
        if (mass[code] === 0) seen[count++] = code;
        mass[code]! += weight;
        for (const others of stacked) matrix[code * size + others[row]!]! += weight;
      }
    }
    for (let a = 0; a < count; a++) {
      const i = seen[a]!;
      const share = mass[i]! / total;
      for (let b = 0; b <= a; b++) {
        const j = seen[b]!;
        matrix[i >= j ? i * size + j : j * size + i]! -= share * mass[j]!;
      }
    }
    for (let a = 0; a < count; a++) mass[seen[a]!] = 0;
  }
  const pivots = new Float64Array(size);
  const scale = matrix.reduce((most, value) => Math.max(most, value), 0);
  for (let j = 0; j < size; j++) {
    let pivot = matrix[j * size + j]!;
    for (let k = 0; k < j; k++) pivot -= matrix[j * size + k]! ** 2 * pivots[k]!;
    pivots[j] = pivot > 1e-10 * scale ? pivot : 0;
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]! * pivots[k]!;
      matrix[i * size + j] = pivots[j] === 0 ? 0 : sum / pivots[j]!;
    }
  }
  return (b) => {
    const x = Float64Array.from(b);
    for (let i = 0; i < size; i++) for (let k = 0; k < i; k++) x[i]! -= matrix[i * size + k]! * x[k]!;
    for (let i = 0; i < size; i++) x[i] = pivots[i] === 0 ? 0 : x[i]! / pivots[i]!;
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) x[i]! -= matrix[k * size + i]! * x[k]!;
      if (pivots[i] === 0) x[i] = 0;
    }
    return x;
  };
}

/** The rows of each level, one level after the other; as they are where they stand so already. */
function byLevel({levels, codes}: Codes): {starts: Int32Array; rows: Int32Array} {
  const n = codes.length;
  const starts = new Int32Array(levels + 1);
  let sorted = true;
  for (let row = 0; row < n; row++) {
    const code = codes[row]!;
    starts[code + 1]! += 1;
    if (row > 0 && code < codes[row - 1]!) sorted = false;
  }
  for (let level = 0; level < levels; level++) starts[level + 1]! += starts[level]!;
  const rows = new Int32Array(n);
  const place = starts.slice();
  for (let row = 0; row < n; row++) rows[sorted ? row : place[codes[row]!]!++] = row;
  return {starts, rows};
}

/**
 * Conjugate gradients from where the column stands, until the residual has shrunk by ten digits or to what rounding
 * makes of the column, beyond which the steps would run off; returns the sweeps.
 */
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
  const enough = Math.max(1e-20 * size, 1e-29 * inner(column, column, weights));
  const kept = Float64Array.from(column);
  let [best, since] = [size, 0];
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
    since += 1;
    if (next < best / 100) {
      kept.set(column);
      [best, since] = [next, 0];
    } else if (since > patience) {
      column.set(kept);
      break;
    }
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
