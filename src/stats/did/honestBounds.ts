/**
 * Intervals for an effect after treatment when trends may differ, by how much they may.
 *
 * Model      event-study estimates b ~ N(effect + bias, V); periods before treatment, the reference period at nought, and
 *            periods after. Bias d: rm, relative magnitudes: |d_t+1 - d_t| after treatment at most M times the greatest
 *            such step before it; sd, smoothness: |d_t+1 - 2 d_t + d_t-1| at most M
 * Intervals  sd: shortest interval about an affine estimate, its worst bias allowed for; rm: values that the conditional
 *            test with a least-favourable first stage does not refuse for some step and sign
 * Estimand   the weighted effect after treatment; by default that of the first period
 * Source     Rambachan & Roth (2023), doi:10.1093/restud/rdad018; Andrews, Roth & Pakes (2023); checked against R's
 *            HonestDiD
 * Not here   restrictions of sign or shape
 *
 * @throws {RangeError} if the covariance does not fit the estimates, or rm is asked with no period before treatment
 */
import {outside} from "../description/outside.js";
import {normalCdf, normalQuantile, normalUpper} from "../distribution/normal.js";
import type {Estimate} from "../estimate.js";
import {linearProgramme} from "../optimise/linearProgramme.js";
import {random} from "../random.js";
import {shortestInterval} from "./shortestInterval.js";

export type HonestKind = "rm" | "sd";

export interface HonestOptions {
  readonly kind?: HonestKind;
  readonly M?: readonly number[];
  /** weights of the periods after treatment; the first alone by default */
  readonly weights?: readonly number[];
  readonly level?: number;
  /** of the least-favourable critical value */
  readonly draws?: number;
  readonly seed?: number;
}

export interface HonestFit {
  readonly intervals: readonly {readonly M: number; readonly low: number; readonly high: number}[];
  /** least M at which the interval covers nought; 0 if it does at once, null if it does not up to M = 100 */
  readonly breakdown: number | null;
}

export function honestBounds(
  estimates: readonly number[],
  covariance: readonly (readonly number[])[],
  {pre, post}: {readonly pre: number; readonly post: number},
  {
    kind = "rm",
    M = kind === "rm" ? [0.5, 1, 1.5, 2] : [0, 0.01, 0.02],
    weights,
    level = 0.95,
    draws = 1000,
    seed = 1
  }: HonestOptions = {}
): Estimate<HonestFit> {
  outside(level);
  const size = pre + post;
  if (!(Number.isInteger(pre) && Number.isInteger(post) && pre >= 0 && post >= 1))
    throw new RangeError(`invalid pre or post; whole numbers, one period after at least: ${pre}, ${post}`);
  if (estimates.length !== size)
    throw new RangeError(`invalid estimates; ${estimates.length} for ${pre} + ${post} periods`);
  if (covariance.length !== size || covariance.some((row) => row.length !== size))
    throw new RangeError(`invalid vcov; it is not ${size} by ${size}`);
  const negative = M.find((value) => !(value >= 0));
  if (negative !== undefined) throw new RangeError(`invalid M; not 0 or more: ${negative}`);
  if (kind === "rm" && pre < 1)
    throw new RangeError("not identified: relative magnitudes take a period before treatment; use sd");
  const along = weights ?? Array.from({length: post}, (_, i) => (i === 0 ? 1 : 0));
  if (along.length !== post)
    throw new RangeError(`invalid weights; ${along.length} for ${post} periods after treatment`);
  const problem = {estimates, covariance, pre, post, along, level, draws, seed};
  const interval = (m: number): {low: number; high: number} =>
    kind === "sd" ? shortestInterval(problem, m) : invertedTests(problem, m);
  const covers = (m: number): boolean => {
    if (kind === "rm") return relativeTests(problem, m).some((test) => test(0));
    const {low, high} = shortestInterval(problem, m);
    return low <= 0 && high >= 0;
  };
  const intervals = M.map((m) => ({M: m, ...interval(m)}));
  const b = along.reduce((sum, weight, i) => sum + weight * estimates[pre + i]!, 0);
  const variance = along.reduce(
    (sum, a, i) => sum + a * along.reduce((inner, c, j) => inner + c * covariance[pre + i]![pre + j]!, 0),
    0
  );
  const reach = normalQuantile(outside(level), {upper: true}) * Math.sqrt(variance);
  const p = 2 * normalUpper(Math.abs(b) / Math.sqrt(variance));
  return {
    method: kind === "rm" ? "relative magnitudes, conditional test" : "smoothness, shortest interval",
    n: size,
    dropped: [],
    clusters: {},
    terms: [
      {
        term: "effect, trends parallel",
        estimate: b,
        se: Math.sqrt(variance),
        statistic: b / Math.sqrt(variance),
        df: null,
        p,
        low: b - reach,
        high: b + reach
      }
    ],
    fit: {intervals, breakdown: breakdown(covers, kind === "rm" ? 1 : Math.sqrt(variance))},
    warnings: []
  };
}

function breakdown(covers: (m: number) => boolean, unit: number): number | null {
  if (covers(0)) return 0;
  let [low, high] = [0, unit];
  while (!covers(high)) {
    [low, high] = [high, 2 * high];
    if (high > 100 * unit) return null;
  }
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2;
    if (covers(middle)) high = middle;
    else low = middle;
  }
  return high;
}

export interface HonestProblem {
  readonly estimates: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly pre: number;
  readonly post: number;
  readonly along: readonly number[];
  readonly level: number;
  readonly draws: number;
  readonly seed: number;
}

/** Ends of the values that some test accepts, found from a coarse grid and halved into place. */
function invertedTests(problem: HonestProblem, m: number): {low: number; high: number} {
  const tests = relativeTests(problem, m);
  const {estimates, covariance, pre, along} = problem;
  const centre = along.reduce((sum, weight, i) => sum + weight * estimates[pre + i]!, 0);
  const spread = Math.sqrt(along.reduce((sum, a, i) => sum + a * a * covariance[pre + i]![pre + i]!, 0));
  const accepted = (value: number): boolean => tests.some((test) => test(value));
  const grid = 120;
  const steps = Math.max(
    ...Array.from({length: pre}, (_, i) => Math.abs((estimates[i + 1 < pre ? i + 1 : i] ?? 0) - (estimates[i] ?? 0)))
  );
  const reach = 8 * spread + m * steps * 4 + 4 * m * spread;
  const at = (i: number): number => centre + (reach * (i - grid / 2)) / (grid / 2);
  const inside = Array.from({length: grid + 1}, (_, i) => i).filter((i) => accepted(at(i)));
  if (inside.length === 0) return {low: centre, high: centre};
  const edge = (within: number, without: number): number => {
    let [a, b] = [within, without];
    for (let step = 0; step < 18; step++) {
      const middle = (a + b) / 2;
      if (accepted(middle)) a = middle;
      else b = middle;
    }
    return (a + b) / 2;
  };
  const [first, last] = [inside[0]!, inside.at(-1)!];
  return {
    low: first === 0 ? at(0) : edge(at(first), at(first - 1)),
    high: last === grid ? at(grid) : edge(at(last), at(last + 1))
  };
}

/** For every step before treatment and its sign: whether a value of the effect is accepted. */
function relativeTests(problem: HonestProblem, m: number): ((value: number) => boolean)[] {
  const {pre, post} = problem;
  const tests: ((value: number) => boolean)[] = [];
  for (let step = 0; step < pre; step++)
    for (const sign of [1, -1]) tests.push(conditionalTest(problem, restrictions(pre, post, m, step, sign)));
  return tests;
}

/** Rows A with A d <= 0: no step before is greater than the chosen one, none after greater than m times it. */
function restrictions(pre: number, post: number, m: number, step: number, sign: number): Float64Array[] {
  const size = pre + post;
  const difference = (t: number): Float64Array => {
    const row = new Float64Array(size);
    const place = (period: number): number => (period < pre ? period : period === pre ? -1 : period - 1);
    if (place(t + 1) >= 0) row[place(t + 1)]! += 1;
    if (place(t) >= 0) row[place(t)]! -= 1;
    return row;
  };
  const greatest = difference(step).map((value) => sign * value);
  const rows: Float64Array[] = [];
  for (const side of [1, -1])
    for (let t = 0; t < size; t++) {
      const bound = t < pre ? 1 : m;
      const row = difference(t).map((value, j) => side * value - bound * greatest[j]!);
      if (row.some((value) => Math.abs(value) > 1e-10)) rows.push(row);
    }
  return rows;
}

/** Andrews, Roth and Pakes' conditional test with a least-favourable first stage at a tenth of the level. */
function conditionalTest(
  {estimates, covariance, pre, post, along, level, draws, seed}: HonestProblem,
  all: readonly Float64Array[]
): (value: number) => boolean {
  const alpha = 1 - level;
  const kappa = alpha / 10;
  const size = pre + post;
  const rows = all.filter((row) => row.subarray(pre).some((value) => value !== 0));
  const basis = completed(along);
  const inverseBasis = inverted(basis);
  const turned = rows.map((row) =>
    Float64Array.from(basis, (_, j) => inverseBasis.reduce((sum, line, i) => sum + row[pre + i]! * line[j]!, 0))
  );
  const nuisance = turned.map((row) => row.slice(1));
  const own = Float64Array.from(turned, (row) => row[0]!);
  const centre = Float64Array.from(rows, (row) => row.reduce((sum, value, j) => sum + value * estimates[j]!, 0));
  const sigma = rows.map((a) =>
    Float64Array.from(rows, (b) =>
      a.reduce((sum, x, i) => sum + x * b.reduce((inner, y, j) => inner + y * covariance[i]![j]!, 0), 0)
    )
  );
  const sd = Float64Array.from(sigma, (row, i) => Math.sqrt(row[i]!));
  const lines = nuisance.map((row, i) => Float64Array.of(sd[i]!, ...row));
  const objective = Float64Array.from({length: post}, (_, i) => (i === 0 ? 1 : 0));
  const solve = (y: Float64Array): ReturnType<typeof linearProgramme> => linearProgramme(objective, lines, y);
  const critical = leastFavourable(rows, factorOf(covariance, size), solve, {draws, seed, share: 1 - kappa});
  const size2 = (alpha - kappa) / (1 - kappa);
  return (value) => {
    const y = centre.map((entry, i) => entry - own[i]! * value);
    const solution = solve(y);
    if (!solution) return true;
    const {value: eta, multipliers, basis: chosen} = solution;
    if (eta > critical) return false;
    const pull = Float64Array.from(rows, (_, i) =>
      multipliers.reduce((sum, weight, j) => sum + weight * sigma[i]![j]!, 0)
    );
    const variance = multipliers.reduce((sum, weight, i) => sum + weight * pull[i]!, 0);
    const spread = Math.sqrt(variance);
    if (!(spread > 0)) return eta <= 0;
    const {low, high} = stable(lines, y, pull, variance, eta, chosen);
    const top = Math.min(high, critical);
    const [zLow, zHigh] = [low / spread, top / spread];
    const bound = Math.max(0, truncatedQuantile(1 - size2, zLow, zHigh));
    return eta / spread <= bound;
  };
}

/** Where the optimum may move along its own direction before another basis takes over. */
function stable(
  lines: readonly Float64Array[],
  y: Float64Array,
  pull: Float64Array,
  variance: number,
  eta: number,
  chosen: Int32Array
): {low: number; high: number} {
  const members = Array.from(chosen);
  const square = inverted(members.map((row) => Array.from(lines[row] ?? [])));
  const base = Float64Array.from(y, (value, i) => value - (pull[i]! / variance) * eta);
  const solveAt = (values: Float64Array): Float64Array =>
    Float64Array.from(square, (line) => line.reduce((sum, entry, j) => sum + entry * values[members[j]!]!, 0));
  const [x0, x1] = [solveAt(base), solveAt(pull.map((value) => value / variance))];
  let [low, high] = [-Infinity, Infinity];
  lines.forEach((line, i) => {
    if (members.includes(i)) return;
    const rest = base[i]! - line.reduce((sum, entry, j) => sum + entry * x0[j]!, 0);
    const slope = pull[i]! / variance - line.reduce((sum, entry, j) => sum + entry * x1[j]!, 0);
    if (slope > 1e-12) high = Math.min(high, -rest / slope);
    else if (slope < -1e-12) low = Math.max(low, -rest / slope);
  });
  return {low: Math.min(low, eta), high: Math.max(high, eta)};
}

function leastFavourable(
  rows: readonly Float64Array[],
  root: readonly Float64Array[],
  solve: (y: Float64Array) => ReturnType<typeof linearProgramme>,
  {draws, seed, share}: {draws: number; seed: number; share: number}
): number {
  const stream = random(seed).stream("least favourable");
  const values = Float64Array.from({length: draws}, () => {
    const z = Float64Array.from(root, () => stream.normal());
    const error = Float64Array.from(root, (line) => line.reduce((sum, value, j) => sum + value * z[j]!, 0));
    const y = Float64Array.from(rows, (row) => row.reduce((sum, value, j) => sum + value * error[j]!, 0));
    return solve(y)?.value ?? -Infinity;
  }).toSorted();
  const at = share * (draws - 1);
  const [below, above] = [values[Math.floor(at)]!, values[Math.ceil(at)]!];
  return below + (at - Math.floor(at)) * (above - below);
}

/** The quantile of a standard normal between two ends, by the tail in which it keeps its digits. */
function truncatedQuantile(p: number, low: number, high: number): number {
  if (low > 0) {
    const [a, b] = [normalUpper(low), normalUpper(high)];
    return normalQuantile(Math.max(a - p * (a - b), 1e-300), {upper: true});
  }
  const [a, b] = [normalCdf(low), normalCdf(high)];
  return normalQuantile(Math.min(a + p * (b - a), 1 - 1e-16));
}

/** A square matrix whose first row is the given one. */
function completed(first: readonly number[]): number[][] {
  const lead = first.findIndex((value) => value !== 0);
  if (lead < 0) throw new RangeError("invalid weights; all are 0");
  const others = first.flatMap((_, i) => (i === lead ? [] : [first.map((_value, j) => (j === i ? 1 : 0))]));
  return [[...first], ...others];
}

function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < n; column++) {
    let best = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(work[row]![column]!) > Math.abs(work[best]![column]!)) best = row;
    [work[column], work[best]] = [work[best]!, work[column]!];
    const scale = work[column]![column]!;
    if (Math.abs(scale) < 1e-14)
      throw new RangeError("not identified: the restrictions are degenerate; change M a little");
    work[column] = work[column]!.map((value) => value / scale);
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = work[row]![column]!;
      work[row] = work[row]!.map((value, j) => value - factor * work[column]![j]!);
    }
  }
  return work.map((row) => row.slice(n));
}

function factorOf(covariance: readonly (readonly number[])[], n: number): Float64Array[] {
  const root = Array.from({length: n}, () => new Float64Array(n));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = covariance[i]![j]!;
      for (let k = 0; k < j; k++) sum -= root[i]![k]! * root[j]![k]!;
      if (i === j && !(sum > 0)) throw new RangeError("invalid vcov; it is not positive definite");
      root[i]![j] = i === j ? Math.sqrt(sum) : sum / root[j]![j]!;
    }
  return root;
}
