/**
 * Intervals for effects after treatment that allow for trends that were not parallel, and how far they may diverge before
 * the effect is lost.
 *
 * Model      rm: relativeMagnitudes, M times the largest divergence before treatment; sd: smoothness, slopes that change
 *            by at most M a period, in the outcome's unit
 * Estimand   l'tau, and the least M at which its interval holds 0 (breakdown), to 1/1000 (rm) or one part in a million (sd)
 * Source     Rambachan & Roth (2023), doi:10.1093/restud/rdad018
 * Not here   combined, sign and monotonicity restrictions
 *
 * @throws {RangeError} if the numbers of estimates, variances and periods differ; {NotIdentified} if the variance is not positive definite
 */
import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {greatestOf} from "../description/greatestOf.js";
import {leastOf} from "../description/leastOf.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {normalQuantile, normalUpper} from "../distribution/normal.js";
import type {Estimate} from "../estimate.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import type {EventEstimates, Interval} from "./eventEstimates.js";
import type {RelativeMagnitudesOptions} from "./relativeMagnitudes.js";
import {relativeMagnitudes} from "./relativeMagnitudes.js";
import {smoothness} from "./smoothness.js";

export type HonestKind = "rm" | "sd";

export interface HonestOptions extends RelativeMagnitudesOptions {
  readonly kind?: HonestKind;
  readonly M?: readonly number[];
  /** of the periods after treatment in the effect; the first alone by default */
  readonly weights?: readonly number[];
}

export interface HonestFit {
  readonly kind: HonestKind;
  readonly intervals: readonly Interval[];
  /** least M at which the interval covers nought; 0 if it does at once, null if it does not up to M = 100 */
  readonly breakdown: number | null;
  readonly draws: number | null;
  readonly seed: number | null;
}

export function honestBounds(
  estimates: readonly number[],
  covariance: readonly (readonly number[])[],
  {pre, post, ...unknown}: {readonly pre: number; readonly post: number},
  {kind = "rm", M, weights, level = 0.95, draws = 5000, seed = 1, ...others}: HonestOptions = {}
): Estimate<HonestFit> {
  closedOptions("periods of honest bounds", unknown, ["pre", "post"]);
  closedOptions("honest bounds", others, ["kind", "M", "weights", "level", "draws", "seed"]);
  oneOf("kind", kind, ["rm", "sd"]);
  outside(level);
  checkPeriods(estimates, pre, post);
  const along = weights ?? Array.from({length: post}, (_, i) => (i === 0 ? 1 : 0));
  const events: EventEstimates = {estimates, vcov: covariance, pre, post, weights: along};
  check(events);
  const lastSe = Math.sqrt(covariance[pre - 1]![pre - 1]!);
  const asked = M ?? (kind === "rm" ? [0, 0.5, 1, 1.5, 2] : [0, 0.25, 0.5, 0.75, 1].map((share) => share * lastSe));
  const wrong = asked.find((value) => !(value >= 0 && Number.isFinite(value)));
  if (wrong !== undefined) throw new InvalidArgument(`invalid M; not a finite number from 0 on: ${wrong}`);
  const magnitudes = kind === "rm" ? relativeMagnitudes(events, {level, draws, seed}) : null;
  const intervals = asked.map((value) => magnitudes?.interval(value) ?? smoothness(events, value, level));
  const coversNought = (value: number): boolean => {
    if (magnitudes) return magnitudes.accepts(0, value);
    const {low, high} = smoothness(events, value, level);
    return low! <= 0 && high! >= 0;
  };
  const unit = kind === "rm" ? 1 : lastSe;
  const breakdown = least(coversNought, intervals, {unit, tolerance: unit * (kind === "rm" ? 1e-3 : 1e-6)});
  const open = intervals.filter(({low, high}) => low === null || high === null).map((interval) => interval.M);
  return {
    method: `honest, ${kind === "rm" ? "relative magnitudes" : "smoothness"}`,
    n: estimates.length,
    dropped: [],
    clusters: {},
    terms: [parallel(events, level)],
    fit: {kind, intervals, breakdown, draws: magnitudes && draws, seed: magnitudes && seed},
    warnings: [
      ...(open.length > 0
        ? [`an end is null at M = ${open.join(", ")}: no value is left, or all are as far as was looked`]
        : []),
      ...(breakdown === null ? ["breakdown is null: the interval leaves 0 out however far M was raised"] : [])
    ]
  };
}

function checkPeriods(estimates: readonly number[], pre: number, post: number): void {
  if (!(Number.isInteger(pre) && Number.isInteger(post) && pre >= 0 && post >= 1))
    throw new InvalidArgument(`invalid pre or post; whole numbers, one period after at least: ${pre}, ${post}`);
  if (estimates.length !== pre + post)
    throw new InvalidArgument(
      `invalid estimates; ${estimates.length} for ${pre} + ${post} periods; leave the reference out`
    );
}

function check({vcov, pre, post, weights}: EventEstimates): void {
  const n = pre + post;
  if (vcov.length !== n || vcov.some((row) => row.length !== n))
    throw new InvalidArgument(`invalid vcov; it is not ${n} by ${n}`);
  if (pre < 1) throw new NotIdentified("not identified: bounds take a period before treatment beside the reference");
  vcov.forEach((row, i) => {
    for (let j = 0; j < i; j++)
      if (!(Math.abs(row[j]! - vcov[j]![i]!) <= 1e-8 * Math.sqrt(row[i]! * vcov[j]![j]!)))
        throw new InvalidArgument(`invalid vcov; not symmetric in row ${i + 1}, column ${j + 1}`);
    if (!(row[i]! > 0))
      throw new InvalidArgument(`invalid vcov; no variance in row ${i + 1}; leave the reference period out`);
  });
  const {values} = symmetricEigen(vcov.map((row) => Float64Array.from(row)));
  if (leastOf(values) < -1e-10 * greatestOf(values))
    throw new InvalidArgument("invalid vcov; a combination of the estimates has a variance below 0");
  if (weights.length !== post)
    throw new InvalidArgument(`invalid weights; ${weights.length} for ${post} periods after treatment`);
  if (!Array.from(weights).some((weight) => weight !== 0)) throw new InvalidArgument("invalid weights; all are 0");
}

/** What holds under parallel trends. */
function parallel({estimates, vcov, pre, weights}: EventEstimates, level: number): Estimate["terms"][number] {
  let [estimate, variance] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    estimate += weights[i]! * estimates[pre + i]!;
    for (let j = 0; j < weights.length; j++) variance += weights[i]! * weights[j]! * vcov[pre + i]![pre + j]!;
  }
  const se = Math.sqrt(variance);
  const reach = normalQuantile(outside(level), {upper: true}) * se;
  return {
    term: "parallel trends",
    estimate,
    se,
    statistic: estimate / se,
    df: null,
    p: 2 * normalUpper(Math.abs(estimate) / se),
    low: estimate - reach,
    high: estimate + reach
  };
}

function least(
  coversNought: (M: number) => boolean,
  intervals: readonly Interval[],
  {unit, tolerance}: {readonly unit: number; readonly tolerance: number}
): number | null {
  const apart = intervals.filter(({low, high}) => (low ?? 0) > 0 || (high ?? 0) < 0);
  let below = greatestOf(
    apart.map(({M}) => M),
    0
  );
  if (below === 0 && coversNought(0)) return 0;
  let above = Math.max(2 * below, unit);
  while (!coversNought(above)) {
    below = above;
    above *= 2;
    if (above > 100 * unit) return null;
  }
  while (above - below > tolerance) {
    const middle = (below + above) / 2;
    if (coversNought(middle)) above = middle;
    else below = middle;
  }
  return above;
}
