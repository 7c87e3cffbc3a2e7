import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {normalCdf, normalQuantile} from "../distribution/normal.js";
import type {Estimate} from "../estimate.js";
import {random} from "../random.js";
import {checkDraws} from "./permutationEstimate.js";

export type RowStatistic = (rows: Uint32Array) => number;

export interface BootstrapOptions {
  readonly kind?: "percentile" | "basic" | "bca" | "student";
  readonly level?: number;
  readonly draws?: number;
  readonly seed?: number;
  /** one label a row: whole clusters are drawn */
  readonly cluster?: ArrayLike<string | number>;
  /** rows are a series: circular blocks of this length are drawn */
  readonly block?: number;
  /** standard error of the statistic on some rows, for kind student; the jackknife's if left out */
  readonly standardError?: RowStatistic;
}

export interface BootstrapFit {
  readonly estimate: number;
  readonly se: number;
  readonly jackknife_se: number | null;
  readonly bias: number;
  readonly z0: number | null;
  readonly accel: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly draws: number;
  readonly seed: number;
}

/**
 * Bootstrap interval of any statistic of rows.
 *
 * Model      rows, clusters or circular blocks drawn with replacement. percentile: quantiles of the draws; basic: those
 *            reflected in the estimate; bca: corrected by z0, the normal score of the share below the estimate, and by
 *            the acceleration sum d^3 / (6 (sum d^2)^1.5), d the delete-one jackknife's influences, the estimate less
 *            that without the row or cluster, as in R's boot; student: quantiles of (draw - estimate) / se of the draw
 * Source     Efron & Tibshirani (1993); Davison & Hinkley (1997), their interpolation on the normal scale; Politis &
 *            Romano (1992) for circular blocks
 * Checked    Efron's law schools; R's boot
 * Not here   small skewed samples: 95 % intervals of a lognormal mean cover 82 % (bca) and 79 % (percentile) of the time
 *            with 9 rows, 91 % (bca) and 93 % (student) with 40; see simulation.json
 */
export function bootstrap(
  n: number,
  statistic: RowStatistic,
  {kind = "bca", level = 0.95, draws = 9999, seed = 1, cluster, block, standardError, ...others}: BootstrapOptions = {}
): Estimate<BootstrapFit> {
  closedOptions("bootstrap", others, ["kind", "level", "draws", "seed", "cluster", "block", "standardError"]);
  oneOf("kind", kind, ["percentile", "basic", "bca", "student"]);
  checkDraws(draws);
  const tail = outside(level);
  const units = unitsOf(n, cluster, block);
  if (units.length < 2)
    throw new NotIdentified(
      `not identified: ${units.length} ${cluster ? "cluster" : "row"}; a bootstrap takes 2 or more`,
      "too few rows",
      {has: units.length, needs: 2}
    );
  if (cluster && block !== undefined)
    throw new InvalidArgument(`invalid block; cluster is given too: ${block}; choose one of the two`);
  if (kind === "bca" && block !== undefined)
    throw new InvalidArgument(`invalid kind; bca takes no blocks; use "percentile" or "basic"`);
  const all = Uint32Array.from({length: n}, (_, i) => i);
  const estimate = statistic(all);
  if (!Number.isFinite(estimate)) throw new InvalidArgument(`invalid statistic; not finite on all rows: ${estimate}`);
  const resample = resampler(units, n, seed, block);
  const error = standardError ?? ((rows: Uint32Array): number => jackknife(unitRows(rows), statistic, 0).se);
  const values = new Float64Array(draws);
  const scores = kind === "student" ? new Float64Array(draws) : null;
  let kept = 0;
  for (let k = 0; k < draws; k++) {
    const rows = resample();
    const value = statistic(rows);
    const score = scores ? (value - estimate) / error(rows) : 0;
    if (!Number.isFinite(value) || !Number.isFinite(score)) continue;
    values[kept] = value;
    if (scores) scores[kept] = score;
    kept++;
  }
  if (kept < draws / 2)
    throw new InvalidArgument(`invalid statistic; undefined on ${draws - kept} of ${draws} resamples; use more rows`);
  const sorted = values.subarray(0, kept).toSorted();
  const folded = block === undefined ? jackknife(units, statistic, estimate) : null;
  const mean = sorted.reduce((total, value) => total + (value - estimate), 0) / kept;
  const se = Math.sqrt(
    sorted.reduce((total, value) => total + (value - estimate - mean) ** 2, 0) / Math.max(1, kept - 1)
  );
  const warnings =
    kept < draws ? [`${draws - kept} of ${draws} resamples left the statistic undefined and were not used`] : [];
  const z0 = shareBelow(sorted, estimate);
  if (z0 === null) warnings.push("every draw lies on one side of the estimate, so that no bias correction is defined");
  const [low, high] = interval();
  return {
    method: `bootstrap ${kind}`,
    n,
    dropped: [],
    clusters: cluster ? {cluster: units.length} : {},
    terms: [{term: "statistic", estimate, se, statistic: null, df: null, p: null, low, high}],
    fit: {
      estimate,
      se,
      jackknife_se: folded?.se ?? null,
      bias: mean,
      z0,
      accel: folded?.accel ?? null,
      low,
      high,
      draws: kept,
      seed
    },
    warnings
  };

  function interval(): [number | null, number | null] {
    if (kind === "basic")
      return [2 * estimate - orderStatistic(sorted, 1 - tail), 2 * estimate - orderStatistic(sorted, tail)];
    if (kind === "percentile") return [orderStatistic(sorted, tail), orderStatistic(sorted, 1 - tail)];
    if (scores) {
      const ordered = scores.subarray(0, kept).toSorted();
      const scale = error(all);
      return [estimate - scale * orderStatistic(ordered, 1 - tail), estimate - scale * orderStatistic(ordered, tail)];
    }
    const accel = folded?.accel ?? null;
    if (z0 === null || accel === null) {
      warnings.push("no acceleration or bias correction is defined, so that there is no bca interval");
      return [null, null];
    }
    const corrected = (p: number): number => {
      const z = z0 + normalQuantile(p);
      return normalCdf(z0 + z / (1 - accel * z));
    };
    return [orderStatistic(sorted, corrected(tail)), orderStatistic(sorted, corrected(1 - tail))];
  }
}

function unitsOf(n: number, cluster: ArrayLike<string | number> | undefined, block: number | undefined): Uint32Array[] {
  if (block !== undefined && !(Number.isInteger(block) && block >= 1 && block < n)) {
    throw new InvalidArgument(`invalid block; not a whole number from 1 to ${n - 1}: ${block}`);
  }
  if (!cluster) return Array.from({length: n}, (_, i) => Uint32Array.of(i));
  if (cluster.length !== n)
    throw new InvalidArgument(`invalid cluster; length ${cluster.length} differs from the number of rows: ${n}`);
  const rows = new Map<string | number, number[]>();
  for (let i = 0; i < n; i++) {
    const list = rows.get(cluster[i]!);
    if (list) list.push(i);
    else rows.set(cluster[i]!, [i]);
  }
  return [...rows.values()].map((list) => Uint32Array.from(list));
}

function resampler(
  units: readonly Uint32Array[],
  n: number,
  seed: number,
  block: number | undefined
): () => Uint32Array {
  const {below} = random(seed);
  const single = units.length === n;
  const buffer = new Uint32Array(
    single ? n : units.reduce((most, unit) => Math.max(most, unit.length), 0) * units.length
  );
  if (block !== undefined) {
    return () => {
      for (let at = 0; at < n; at += block) {
        const start = below(n);
        for (let k = 0; k < block && at + k < n; k++) buffer[at + k] = (start + k) % n;
      }
      return buffer;
    };
  }
  if (single) {
    return () => {
      for (let i = 0; i < n; i++) buffer[i] = below(n);
      return buffer;
    };
  }
  return () => {
    let at = 0;
    for (let k = 0; k < units.length; k++) {
      const unit = units[below(units.length)]!;
      buffer.set(unit, at);
      at += unit.length;
    }
    return buffer.subarray(0, at);
  };
}

function unitRows(rows: Uint32Array): Uint32Array[] {
  return Array.from(rows, (row) => Uint32Array.of(row));
}

interface Jackknife {
  readonly se: number;
  readonly accel: number | null;
}

function jackknife(units: readonly Uint32Array[], statistic: RowStatistic, estimate: number): Jackknife {
  const total = units.reduce((length, unit) => length + unit.length, 0);
  const values = units.map((unit, left) => {
    const rows = new Uint32Array(total - unit.length);
    let at = 0;
    for (let k = 0; k < units.length; k++) {
      if (k === left) continue;
      rows.set(units[k]!, at);
      at += units[k]!.length;
    }
    return statistic(rows);
  });
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  let spread = 0;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    const influence = estimate - value;
    spread += (value - mean) ** 2;
    squares += influence * influence;
    cubes += influence * influence * influence;
  }
  const defined = Number.isFinite(squares) && squares > 0;
  const size = values.length;
  return {se: Math.sqrt((spread * (size - 1)) / size), accel: defined ? cubes / (6 * squares ** 1.5) : null};
}

/** normal score of the share of draws below the estimate, ties counted half */
function shareBelow(sorted: Float64Array, estimate: number): number | null {
  const slack = 1e-12 * Math.abs(estimate);
  let below = 0;
  for (const value of sorted) below += value < estimate - slack ? 1 : value <= estimate + slack ? 0.5 : 0;
  return below === 0 || below === sorted.length ? null : normalQuantile(below / sorted.length);
}

/** quantile of sorted draws at (R + 1) p, interpolated on the normal scale */
function orderStatistic(sorted: Float64Array, p: number): number {
  const size = sorted.length;
  const rank = (size + 1) * p;
  const k = Math.floor(rank + 1e-9);
  if (k < 1) return sorted[0]!;
  if (k >= size) return sorted[size - 1]!;
  if (rank - k < 1e-9) return sorted[k - 1]!;
  const score = (q: number): number => normalQuantile(q / (size + 1));
  const share = (normalQuantile(p) - score(k)) / (score(k + 1) - score(k));
  return sorted[k - 1]! + share * (sorted[k]! - sorted[k - 1]!);
}
