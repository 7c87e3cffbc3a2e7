/**
 * Interval for effects after treatment where trends may diverge after it M times as much as they did before it.
 *
 * Model      b = tau + d, d the divergence, 0 at the reference; |d_t+1 - d_t| <= M max_s<0 |d_s+1 - d_s| for t >= 0
 * Estimand   l'tau, by inversion of the hybrid conditional test for each period s and sign of the largest divergence; the
 *            interval holds whatever any of them accepts
 * Source     Rambachan & Roth (2023), doi:10.1093/restud/rdad018, sections 3 and 4; checked against R's HonestDiD
 * Not here   sign or monotonicity restrictions
 */
import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {quantile} from "../description/quantile.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {cholesky} from "../linalg/cholesky.js";
import {square} from "../linalg/envelope.js";
import {random} from "../random.js";
import type {ConditionalTest} from "./conditionalTest.js";
import {conditionalTest} from "./conditionalTest.js";
import type {EventEstimates, Interval} from "./eventEstimates.js";

export interface RelativeMagnitudesOptions {
  readonly level?: number;
  /** of the least favourable quantile */
  readonly draws?: number;
  readonly seed?: number;
}

export interface RelativeMagnitudes {
  interval(M: number): Interval;
  /** whether l'tau = value is among those not refuted */
  accepts(value: number, M: number): boolean;
}

export function relativeMagnitudes(
  events: EventEstimates,
  {level = 0.95, draws = 5000, seed = 1, ...others}: RelativeMagnitudesOptions = {}
): RelativeMagnitudes {
  closedOptions("relativeMagnitudes", others, ["level", "draws", "seed"]);
  const {pre, post, weights} = events;
  const sizes = {size: 1 - level, first: (1 - level) / 10};
  const beta = Float64Array.from(events.estimates);
  const noise = drawNoise(events, draws, seed);
  const [centre, se] = parameter(events);
  const acceptor = (M: number, s: number, sign: 1 | -1): ((value: number) => boolean) => {
    const [moments, own, nuisance] = momentsOf({pre, post, weights}, M, s, sign);
    const spread = moments.map((a) => Float64Array.from(events.vcov, (row) => dotProduct(row, a)));
    const test = conditionalTest(
      spread.map((row) => Float64Array.from(moments, (a) => dotProduct(row, a))),
      nuisance
    );
    const apply = (b: Float64Array): Float64Array => Float64Array.from(moments, (a) => dotProduct(a, b));
    const critical = leastFavourable(test, noise, apply, sizes.first);
    const y = apply(beta);
    return (value) =>
      !test.rejects(
        y.map((entry, i) => entry - own[i]! * value),
        critical,
        sizes
      );
  };
  const largest = Array.from({length: pre}, (_, s) => [1, -1].map((sign) => [s, sign] as [number, 1 | -1])).flat();
  return {
    accepts(value, M) {
      const found = largest.findIndex(([s, sign]) => acceptor(M, s, sign)(value));
      // the next question is most likely settled by the same divergence
      if (found > 0) largest.unshift(...largest.splice(found, 1));
      return found >= 0;
    },
    interval(M) {
      const all = largest.map(([s, sign]) => acceptor(M, s, sign));
      const accepts = (value: number): boolean => all.some((one) => one(value));
      return {M, low: outermost(accepts, centre, se, -1), high: outermost(accepts, centre, se, 1)};
    }
  };
}

/** l'b after treatment, and its standard error. */
function parameter({estimates, vcov, pre, weights}: EventEstimates): [number, number] {
  let [value, variance] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    value += weights[i]! * estimates[pre + i]!;
    for (let j = 0; j < weights.length; j++) variance += weights[i]! * weights[j]! * vcov[pre + i]![pre + j]!;
  }
  return [value, Math.sqrt(variance)];
}

/** Moments that hold the period after treatment, by row; their column for l'tau; their columns for the rest of tau. */
function momentsOf(
  {pre, post, weights}: Pick<EventEstimates, "pre" | "post" | "weights">,
  M: number,
  s: number,
  sign: 1 | -1
): [Float64Array[], Float64Array, Float64Array[]] {
  const step = (from: number, scale: number, row: Float64Array): void => {
    // places pre - 1 and pre are either side of the reference, which has no column
    if (from !== pre) row[from > pre ? from - 1 : from]! -= scale;
    if (from + 1 !== pre) row[from >= pre ? from : from + 1]! += scale;
  };
  const moments: Float64Array[] = [];
  for (let t = 0; t < post; t++) {
    for (const side of [1, -1]) {
      const row = new Float64Array(pre + post);
      step(pre + t, side, row);
      step(s, -sign * M, row);
      moments.push(row);
    }
  }
  const chief = Array.from(weights).reduce(
    (best, weight, i) => (Math.abs(weight) > Math.abs(weights[best]!) ? i : best),
    0
  );
  const own = Float64Array.from(moments, (row) => row[pre + chief]! / weights[chief]!);
  const nuisance = Array.from({length: post}, (_, t) =>
    Float64Array.from(moments, (row, i) => row[pre + t]! - own[i]! * weights[t]!)
  ).filter((_, t) => t !== chief);
  return [moments, own, nuisance];
}

function drawNoise({vcov}: EventEstimates, draws: number, seed: number): Float64Array[] {
  const n = vcov.length;
  const factor = Float64Array.from({length: n * n}, (_, at) => vcov[Math.floor(at / n)]![at % n]!);
  if (!cholesky(factor, square(n)))
    throw new NotIdentified(
      "not identified: the estimates' variance is not positive definite; leave out terms that others determine",
      "collinear"
    );
  const {normal} = random(seed).stream("least favourable");
  return Array.from({length: draws}, () => {
    const z = Float64Array.from({length: n}, normal);
    return Float64Array.from(z, (_, i) => dotProduct(factor.subarray(i * n, i * n + i + 1), z));
  });
}

function leastFavourable(
  test: ConditionalTest,
  noise: readonly Float64Array[],
  apply: (b: Float64Array) => Float64Array,
  share: number
): number {
  const statistics = Float64Array.from(noise, (b) => test.statistic(apply(b)));
  return Number.isFinite(statistics[0]) ? quantile(statistics, 1 - share) : -Infinity;
}

/** The outermost accepted value on one side; null where none is, or all are as far as was looked. */
function outermost(accepts: (value: number) => boolean, centre: number, se: number, side: -1 | 1): number | null {
  const steps = 200;
  let reach = Math.abs(centre) + 10 * se;
  while (accepts(side * reach)) {
    reach *= 2;
    if (reach > 1e4 * se) return null;
  }
  let without = side * reach;
  for (let k = 1; k <= 2 * steps; k++) {
    const value = side * reach * (1 - k / steps);
    if (accepts(value)) {
      let within = value;
      while (Math.abs(without - within) > 1e-6 * se) {
        const middle = (within + without) / 2;
        if (accepts(middle)) within = middle;
        else without = middle;
      }
      return within;
    }
    without = value;
  }
  return null;
}
