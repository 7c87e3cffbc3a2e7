import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {centre} from "../description/centre.js";
import {mean} from "../description/mean.js";
import {outside} from "../description/outside.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {fisherFQuantile, fisherFUpper} from "../distribution/fisherF.js";
import type {Estimate, Term} from "../estimate.js";

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
 * Not here   incomplete tables: targets with a missing rating are dropped, counted and warned of; mixedModel of the
 *            ratings, targets and judges random, uses them all
 *
 * @param ratings  one row a target, one column a judge
 */
export function icc(
  ratings: readonly (readonly (number | null)[])[],
  {level = 0.95, ...others}: {readonly level?: number} = {}
): Estimate<IccFit> {
  closedOptions("icc", others, ["level"]);
  const k = ratings[0]?.length ?? 0;
  const ragged = ratings.findIndex((row) => row.length !== k);
  if (ragged >= 0)
    throw new InvalidArgument(
      `invalid ratings; row ${ragged + 1} has ${ratings[ragged]!.length} judges, not ${k}; use null for missing`
    );
  const rows = ratings.filter((row): row is number[] => row.every((value) => value !== null));
  for (const row of rows) {
    const broken = row.find((value) => !Number.isFinite(value));
    if (broken !== undefined)
      throw new InvalidArgument(`invalid ratings; not a finite number: ${broken}; use null for missing`);
  }
  const n = rows.length;
  if (n < 2 || k < 2)
    throw new NotIdentified(`not identified: ${n} complete targets, ${k} judges; 2 of each are needed`, "too few rows");
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
  const tail = outside(level);
  const single = ms.target / ms.within;
  const crossed = ms.target / ms.error;
  const one = byF(single, n - 1, n * (k - 1), k, tail);
  const three = byF(crossed, n - 1, (n - 1) * (k - 1), k, tail);
  const two = (ms.target - ms.error) / (ms.target + (k - 1) * ms.error + (k * (ms.judge - ms.error)) / n);
  const [low, high] = ms.error > 0 ? agreementInterval(two, ms, n, k, tail) : undefinedBounds;
  const average = (value: number | null): number | null =>
    value === null ? null : (value * k) / (1 + value * (k - 1));
  const within: [number, number] = [single, n * (k - 1)];
  const error: [number, number] = [crossed, (n - 1) * (k - 1)];
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
    dropped: n < ratings.length ? [{reason: "missing rating", n: ratings.length - n}] : [],
    clusters: {},
    terms,
    fit: {targets: n, judges: k, ms_target: ms.target, ms_judge: ms.judge, ms_error: ms.error, ms_within: ms.within},
    warnings: [
      ...incomplete(ratings.length - n, k),
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

function incomplete(left: number, judges: number): string[] {
  if (left === 0) return [];
  return [
    `${left} targets without all ${judges} ratings are left out; a mixed model of the ratings, y ~ 1 + (1 | target) + (1 | judge), uses what they have`
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
  readonly target: number;
  readonly judge: number;
  readonly error: number;
}

function agreementInterval(rho: number, ms: MeanSquares, n: number, k: number, tail: number): [number, number] {
  const F = ms.judge / ms.error;
  const c = n * (1 + (k - 1) * rho) - k * rho;
  const df = ((k - 1) * (n - 1) * (k * rho * F + c) ** 2) / ((n - 1) * k * k * rho * rho * F * F + c * c);
  const upper = fisherFQuantile(tail, n - 1, df, {upper: true});
  const lower = fisherFQuantile(tail, df, n - 1, {upper: true});
  const rest = k * ms.judge + (k * n - k - n) * ms.error;
  return [
    (n * (ms.target - upper * ms.error)) / (upper * rest + n * ms.target),
    (n * (lower * ms.target - ms.error)) / (rest + n * lower * ms.target)
  ];
}
