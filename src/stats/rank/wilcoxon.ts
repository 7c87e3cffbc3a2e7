import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {median} from "../description/median.js";
import {outside} from "../description/outside.js";
import {ranks} from "../description/ranks.js";
import type {Estimate} from "../estimate.js";
import type {SumDistribution} from "../resampling/subsetSums.js";
import {subsetSums} from "../resampling/subsetSums.js";
import {rankSums} from "./rankSums.js";
import {exactTails, lowerQuantile, normalTails} from "./tails.js";
import type {RankFit, RankOptions} from "./tails.js";

/**
 * Wilcoxon's rank-sum test of two samples (Mann-Whitney), with the Hodges-Lehmann shift.
 *
 * Model      W, the ranks of x less their least sum; exact without ties below 50 in each sample, else normal with ties'
 *            variance and continuity correction. With exact: true and ties, the conditional distribution of mid-ranks,
 *            two-sided by the distance from their mean, as R's coin has it
 * Source     Wilcoxon (1945); Mann & Whitney (1947); checked against R's wilcox.test
 */
export function wilcoxon(
  x: Column,
  y: Column,
  {exact = "auto", continuity = true, level = 0.95}: RankOptions = {}
): Estimate<RankFit> {
  const a = completeCases({x});
  const b = completeCases({y});
  const m = a.n;
  const n = b.n;
  if (m === 0 || n === 0) throw new RangeError(`not identified: ${m} and ${n} rows; both samples need rows`);
  const tail = outside(level);
  const {ranks: order, ties} = ranks([...a.columns.x, ...b.columns.y]);
  const least = (m * (m + 1)) / 2;
  const W = order.subarray(0, m).reduce((total, rank) => total + rank, 0) - least;
  const counted = exact === true || (exact === "auto" && ties.length === 0 && m < 50 && n < 50);
  const clean = ties.length === 0 && m <= 200 && n <= 200;
  const distribution = !counted ? null : clean ? rankSums(m, n) : midrankSums(order, m);
  if (exact === true && !distribution) throw new RangeError("invalid exact; too many rows to count; use exact: false");
  const tied = ties.reduce((total, t) => total + t * t * t - t, 0);
  const sd = Math.sqrt(((m * n) / 12) * (m + n + 1 - tied / ((m + n) * (m + n - 1))));
  const p = distribution ? exactTails(distribution, W) : normalTails(W - (m * n) / 2, sd, continuity);
  const shifts = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) shifts[i * n + j] = a.columns.x[i]! - b.columns.y[j]!;
  shifts.sort();
  const reach = distribution && ties.length === 0 ? Math.max(1, lowerQuantile(distribution, tail)) : null;
  return {
    method: "wilcoxon",
    n: m + n,
    dropped: [...a.dropped, ...b.dropped],
    clusters: {},
    terms: [
      {
        term: "shift",
        estimate: median(shifts),
        se: null,
        statistic: W,
        df: null,
        p: p.two,
        low: reach === null ? null : shifts[reach - 1]!,
        high: reach === null ? null : shifts[shifts.length - reach]!
      }
    ],
    fit: {statistic: W, p: p.two, p_greater: p.greater, p_less: p.less, exact: distribution !== null},
    warnings: reach === null ? ["an interval takes the exact distribution without ties"] : []
  };
}

/** W over all choices of m mid-ranks */
function midrankSums(order: Float64Array, m: number): SumDistribution | null {
  const doubled = subsetSums(
    order.map((rank) => 2 * rank),
    m
  );
  return doubled && {sums: Float64Array.from(doubled.sums, (sum) => (sum - m * (m + 1)) / 2), counts: doubled.counts};
}
