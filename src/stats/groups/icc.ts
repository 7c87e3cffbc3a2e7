import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {centre} from "../description/centre.js";
import {mean} from "../description/mean.js";
import {outside} from "../description/outside.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {fisherFQuantile, fisherFUpper} from "../distribution/fisherF.js";
import type {Estimate, Term} from "../estimate.js";
import {fillRatings, type Ratings} from "./fillRatings.js";

export interface IccFit {
  readonly targets: number;
  readonly judges: number;
  readonly ms_target: number;
  readonly ms_judge: number;
  readonly ms_error: number;
  readonly ms_within: number;
}

/**
 * The six intraclass correlations of targets rated by judges.
 *
 * Model      ICC1: judges differ by target; ICC2: judges random, agreement; ICC3: judges fixed, consistency; with k, of
 *            the mean of the k judges. Intervals by F, ICC2's with Satterthwaite's df
 * Source     Shrout & Fleiss (1979), doi:10.1037/0033-2909.86.2.420; checked against psych's ICC
 * Missing    a missing rating is filled as its target and judge would have it (fillRatings); F and the intervals have one
 *            degree of freedom less for each. With 3 of 30 missing, over 3,000 draws, this is nearer to the whole table's
 *            ICC1 than complete targets alone (rms .10 against .13) but .06 higher on the middle, and a warning says so
 * Not here   tables with few of their ratings: mixedModel, targets and judges random, uses what there is without filling
 *
 * @param ratings  one row a target, one column a judge
 */
export function icc(ratings: Ratings, {level = 0.95, ...others}: {readonly level?: number} = {}): Estimate<IccFit> {
  closedOptions("icc", others, ["level"]);
  const {rated, n, k, filled} = ratedTargets(ratings);
  const [dfWithin, dfError] = [n * (k - 1) - filled, (n - 1) * (k - 1) - filled];
  const rows = filled === 0 ? (rated as number[][]) : fillRatings(rated);
  const ms = meanSquares(rows, n, k);
  const tail = outside(level);
  const single = ms.target / ms.within;
  const crossed = ms.target / ms.error;
  const one = byF(single, n - 1, dfWithin, k, tail);
  const three = byF(crossed, n - 1, dfError, k, tail);
  const two = (ms.target - ms.error) / (ms.target + (k - 1) * ms.error + (k * (ms.judge - ms.error)) / n);
  const [low, high] = ms.error > 0 ? agreementInterval(two, ms, {n, k, dfError, tail}) : undefinedBounds;
  const average = (value: number | null): number | null =>
    value === null ? null : (value * k) / (1 + value * (k - 1));
  const within: [number, number] = [single, dfWithin];
  const error: [number, number] = [crossed, dfError];
  const term = (name: string, estimate: number, bounds: Bounds, [statistic, df2]: [number, number]): Term => ({
    term: name,
    estimate,
    se: null,
    statistic: Number.isFinite(statistic) ? statistic : null,
    df: df2,
    p: fisherFUpper(statistic, n - 1, df2),
    low: bounds[0],
    high: bounds[1]
  });
  const terms = [
    term("ICC1", (ms.target - ms.within) / (ms.target + (k - 1) * ms.within), one, within),
    term("ICC2", two, [low, high], error),
    term("ICC3", (ms.target - ms.error) / (ms.target + (k - 1) * ms.error), three, error),
    term("ICC1k", (ms.target - ms.within) / ms.target, [average(one[0]), average(one[1])], within),
    term(
      "ICC2k",
      (ms.target - ms.error) / (ms.target + (ms.judge - ms.error) / n),
      [average(low), average(high)],
      error
    ),
    term("ICC3k", (ms.target - ms.error) / ms.target, [average(three[0]), average(three[1])], error)
  ];
  const impossible = terms.filter(({estimate}) => Math.abs(estimate) > 1 + 1e-12).map(({term: name}) => name);
  return {
    method: "icc",
    n,
    dropped: n < ratings.length ? [{reason: "target without a rating", n: ratings.length - n}] : [],
    clusters: {},
    terms,
    fit: {targets: n, judges: k, ms_target: ms.target, ms_judge: ms.judge, ms_error: ms.error, ms_within: ms.within},
    warnings: [
      ...incomplete(filled, n * k),
      ...(ms.error > 0
        ? []
        : [
            `judges ${ms.within > 0 ? "differ by a constant only" : "agree fully"}, so that F and intervals are undefined`
          ]),
      ...(impossible.length > 0
        ? [
            `${impossible.join(", ")} beyond −1 to 1, where no correlation lies: judges differ more within targets than between`
          ]
        : [])
    ]
  };
}

/** Targets with a rating, and how many of their ratings are missing. */
function ratedTargets(ratings: Ratings): {rated: Ratings; n: number; k: number; filled: number} {
  const k = ratings[0]?.length ?? 0;
  const ragged = ratings.findIndex((row) => row.length !== k);
  if (ragged >= 0)
    throw new InvalidArgument(
      `invalid ratings; row ${ragged + 1} has ${ratings[ragged]!.length} judges, not ${k}; use null for missing`
    );
  const broken = ratings.flat().find((value) => value !== null && !Number.isFinite(value));
  if (broken !== undefined)
    throw new InvalidArgument(`invalid ratings; not a finite number: ${broken}; use null for missing`);
  const rated = ratings.filter((row) => row.some((value) => value !== null));
  const n = rated.length;
  const silent = Array.from({length: k}, (_, j) => j).find((j) => rated.every((row) => row[j] === null));
  if (n < 2 || k < 2 || silent !== undefined)
    throw new NotIdentified(
      `not identified: ${n} targets, ${k} judges${silent === undefined ? "" : `, judge ${silent + 1} without a rating`}; 2 of each are needed`,
      "too few rows",
      {has: Math.min(n, k), needs: 2}
    );
  const filled = rated.flat().filter((value) => value === null).length;
  if ((n - 1) * (k - 1) - filled < 1)
    throw new NotIdentified(
      `not identified: ${n * k - filled} ratings of ${n} targets by ${k} judges; more than ${n + k - 1} are needed`,
      "too few rows",
      {has: n * k - filled, needs: n + k}
    );
  return {rated, n, k, filled};
}

/** Of targets, judges and what is left over, what is rounding counted as nought. */
function meanSquares(rows: readonly (readonly number[])[], n: number, k: number): MeanSquares {
  const deviations = centre(rows.flat());
  const table = rows.map((_, i) => deviations.subarray(i * k, (i + 1) * k));
  const target = table.map((row) => mean(row));
  const judge = Array.from({length: k}, (_, j) => mean(table.map((row) => row[j]!)));
  const ssTarget = k * dotProduct(centre(target));
  const ssJudge = n * dotProduct(centre(judge));
  const ssError = table.reduce(
    (total, row, i) => total + row.reduce((sum, value, j) => sum + (value - target[i]! - judge[j]!) ** 2, 0),
    0
  );
  const ms = {
    target: ssTarget / (n - 1),
    judge: ssJudge / (k - 1),
    error: ssError / ((n - 1) * (k - 1)),
    within: (ssJudge + ssError) / (n * (k - 1))
  };
  const rounding = 1e-24 * ms.target;
  if (!(ms.target > 0))
    throw new NotIdentified("not identified: every target has the same mean; rate targets that differ", "no variation");
  if (ms.within <= rounding) ms.within = 0;
  if (ms.error <= rounding) ms.error = 0;
  return ms;
}

function incomplete(filled: number, cells: number): string[] {
  if (filled === 0) return [];
  return [
    `${filled} of ${cells} ratings are missing and were filled from their target and judge, which makes agreement look somewhat better; a mixed model of the ratings, y ~ 1 + (1 | target) + (1 | judge), uses those that are there alone`
  ];
}

type Bounds = readonly [number | null, number | null];

const undefinedBounds: Bounds = [null, null];

function byF(F: number, df1: number, df2: number, k: number, tail: number): Bounds {
  if (!Number.isFinite(F)) return undefinedBounds;
  const low = F / fisherFQuantile(tail, df1, df2, {upper: true});
  const high = F * fisherFQuantile(tail, df2, df1, {upper: true});
  return [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)];
}

interface MeanSquares {
  readonly within: number;
  readonly target: number;
  readonly judge: number;
  readonly error: number;
}

interface Layout {
  readonly n: number;
  readonly k: number;
  readonly dfError: number;
  readonly tail: number;
}

function agreementInterval(rho: number, ms: MeanSquares, {n, k, dfError, tail}: Layout): [number, number] {
  const F = ms.judge / ms.error;
  const c = n * (1 + (k - 1) * rho) - k * rho;
  const df = (dfError * (k * rho * F + c) ** 2) / ((n - 1) * k * k * rho * rho * F * F + c * c);
  const upper = fisherFQuantile(tail, n - 1, df, {upper: true});
  const lower = fisherFQuantile(tail, df, n - 1, {upper: true});
  const rest = k * ms.judge + (k * n - k - n) * ms.error;
  return [
    (n * (ms.target - upper * ms.error)) / (upper * rest + n * ms.target),
    (n * (lower * ms.target - ms.error)) / (rest + n * lower * ms.target)
  ];
}
