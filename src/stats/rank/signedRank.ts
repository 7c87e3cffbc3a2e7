import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {middle} from "../description/middle.js";
import {outside} from "../description/outside.js";
import {ranks} from "../description/ranks.js";
import {normalQuantile} from "../distribution/normal.js";
import type {Estimate} from "../estimate.js";
import {subsetSums} from "../resampling/subsetSums.js";
import {exactTails, lowerQuantile, normalScore, normalTails} from "./tails.js";
import {crossing} from "./crossing.js";
import type {RankFit, RankOptions} from "./tails.js";

/**
 * Wilcoxon's signed-rank test of paired differences, with the Hodges-Lehmann estimate.
 *
 * Model      V, the sum of ranks of the positive differences, zeros left out; exact without ties and zeros below 50
 *            pairs, else normal with ties' variance and continuity correction. With exact: true and ties, the
 *            conditional distribution over all signs of the mid-ranks
 * Source     Wilcoxon (1945); Hollander & Wolfe (1999); checked against R's wilcox.test
 *
 * @param differences  after less before
 */
export function signedRank(
  differences: Column,
  {exact = "auto", continuity = true, level = 0.95, ...others}: RankOptions = {}
): Estimate<RankFit> {
  closedOptions("signedRank", others, ["exact", "continuity", "level"]);
  const {columns, dropped} = completeCases({differences});
  const tail = outside(level);
  const values = columns.differences.filter((value) => value !== 0);
  const zeros = columns.differences.length - values.length;
  const n = values.length;
  if (n === 0) throw new NotIdentified("not identified: no difference other than 0", "no variation");
  const {order, ties, V, sd} = signedRanks(values);
  const clean = ties.length === 0 && zeros === 0;
  const distribution =
    exact === true || (exact === "auto" && clean && n < 50) ? subsetSums(order.map((rank) => 2 * rank)) : null;
  if (exact === true && !distribution)
    throw new InvalidArgument("invalid exact; too many pairs to count; use exact: false");
  const p = distribution ? exactTails(distribution, 2 * V) : normalTails(V - (n * (n + 1)) / 4, sd, continuity);
  const pairs = new Float64Array((n * (n + 1)) / 2);
  for (let i = 0, at = 0; i < n; i++) for (let j = 0; j <= i; j++) pairs[at++] = (values[i]! + values[j]!) / 2;
  pairs.sort();
  const warnings = zeros > 0 ? [`${zeros} differences of 0 left out`] : [];
  const reach = distribution && clean ? Math.max(1, lowerQuantile(distribution, tail) / 2) : null;
  if (reach === null) warnings.push("the interval is by the normal approximation");
  const score = (shift: number): number => {
    const of = signedRanks(values.map((value) => value - shift));
    return normalScore(of.V - (n * (n + 1)) / 4, of.sd, continuity);
  };
  const critical = normalQuantile(tail, {upper: true});
  const [low, high] =
    reach === null
      ? [crossing(pairs, score, critical), crossing(pairs, score, -critical)]
      : [pairs[reach - 1]!, pairs[pairs.length - reach]!];
  return {
    method: "signed-rank",
    n,
    dropped,
    clusters: {},
    terms: [
      {
        term: "pseudomedian",
        estimate: middle(pairs),
        se: null,
        statistic: V,
        df: null,
        p: p.two,
        low,
        high
      }
    ],
    fit: {statistic: V, p: p.two, p_greater: p.greater, p_less: p.less, exact: distribution !== null},
    warnings
  };
}

function signedRanks(values: Float64Array): {order: Float64Array; ties: readonly number[]; V: number; sd: number} {
  const n = values.length;
  const {ranks: order, ties} = ranks(values.map(Math.abs));
  const V = order.reduce((total, rank, i) => total + (values[i]! > 0 ? rank : 0), 0);
  const tied = ties.reduce((total, t) => total + t * t * t - t, 0);
  return {order, ties, V, sd: Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tied / 48)};
}
