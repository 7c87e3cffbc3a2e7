import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {outside} from "../description/outside.js";
import {ranks} from "../description/ranks.js";
import {normalQuantile} from "../distribution/normal.js";
import type {Estimate} from "../estimate.js";
import type {SumDistribution} from "../resampling/subsetSums.js";
import {subsetSums} from "../resampling/subsetSums.js";
import {crossing} from "./crossing.js";
import {differencesOf} from "./differencesOf.js";
import {rankSums} from "./rankSums.js";
import {exactTails, lowerQuantile, normalScore, normalTails} from "./tails.js";
import type {RankFit, RankOptions} from "./tails.js";

/**
 * Wilcoxon's rank-sum test of two samples (Mann-Whitney), with the Hodges-Lehmann shift.
 *
 * Model      W, the ranks of x less their least sum; exact without ties below 50 in each sample, else normal with ties'
 *            variance and continuity correction. With exact: true and ties, the conditional distribution of mid-ranks,
 *            two-sided by the distance from their mean, as R's coin has it
 * Interval   of the shift: order statistics of the differences, or the shifts that the normal test does not refuse
 * Source     Wilcoxon (1945); Mann & Whitney (1947); checked against R's wilcox.test
 */
export function wilcoxon(
  x: Column,
  y: Column,
  {exact = "auto", continuity = true, level = 0.95, ...others}: RankOptions = {}
): Estimate<RankFit> {
  closedOptions("wilcoxon", others, ["exact", "continuity", "level"]);
  const a = completeCases({x});
  const b = completeCases({y});
  const m = a.n;
  const n = b.n;
  if (m === 0 || n === 0)
    throw new NotIdentified(`not identified: ${m} and ${n} rows; both samples need rows`, "too few rows", {
      has: Math.min(m, n),
      needs: 1
    });
  const tail = outside(level);
  const {order, ties, W, sd} = rankSum(joined(a.columns.x, b.columns.y, 0), m);
  const counted = exact === true || (exact === "auto" && ties.length === 0 && m < 50 && n < 50);
  const clean = ties.length === 0 && m <= 200 && n <= 200;
  const distribution = !counted ? null : clean ? rankSums(m, n) : midrankSums(order, m);
  if (exact === true && !distribution)
    throw new InvalidArgument("invalid exact; too many rows to count; use exact: false");
  const p = distribution ? exactTails(distribution, W) : normalTails(W - (m * n) / 2, sd, continuity);
  const {places, median} = differencesOf(a.columns.x, b.columns.y);
  const clear = distribution !== null && ties.length === 0;
  const reach = clear ? Math.max(1, lowerQuantile(distribution, tail)) : null;
  const score = (shift: number): number => {
    const of = rankSum(joined(a.columns.x, b.columns.y, shift), m);
    return normalScore(of.W - (m * n) / 2, of.sd, continuity);
  };
  const critical = normalQuantile(tail, {upper: true});
  const [low, high] =
    reach === null
      ? [crossing(places, score, critical), crossing(places, score, -critical)]
      : [places[reach - 1]!, places[places.length - reach]!];
  return {
    method: "wilcoxon",
    n: m + n,
    dropped: [...a.dropped, ...b.dropped],
    clusters: {},
    terms: [
      {
        term: "shift",
        estimate: median,
        se: null,
        statistic: W,
        df: null,
        p: p.two,
        low,
        high
      }
    ],
    fit: {statistic: W, p: p.two, p_greater: p.greater, p_less: p.less, exact: distribution !== null},
    warnings: clear ? [] : ["the interval is by the normal approximation"]
  };
}

function joined(x: Float64Array, y: Float64Array, shift: number): Float64Array {
  const result = new Float64Array(x.length + y.length);
  for (let i = 0; i < x.length; i++) result[i] = x[i]! - shift;
  result.set(y, x.length);
  return result;
}

/** W of the first m values, its ranks' ties, and its standard deviation given them */
function rankSum(
  values: Float64Array,
  m: number
): {order: Float64Array; ties: readonly number[]; W: number; sd: number} {
  const N = values.length;
  const n = N - m;
  const {ranks: order, ties} = ranks(values);
  const W = order.subarray(0, m).reduce((total, rank) => total + rank, 0) - (m * (m + 1)) / 2;
  const tied = ties.reduce((total, t) => total + t * t * t - t, 0);
  return {order, ties, W, sd: Math.sqrt(((m * n) / 12) * (N + 1 - tied / (N * (N - 1))))};
}

/** W over all choices of m mid-ranks */
function midrankSums(order: Float64Array, m: number): SumDistribution | null {
  const doubled = subsetSums(
    order.map((rank) => 2 * rank),
    m
  );
  return doubled && {sums: Float64Array.from(doubled.sums, (sum) => (sum - m * (m + 1)) / 2), counts: doubled.counts};
}
