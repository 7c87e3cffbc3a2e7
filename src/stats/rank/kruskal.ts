import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {ranks} from "../description/ranks.js";
import {chiSquaredUpper} from "../distribution/chiSquared.js";
import type {Estimate} from "../estimate.js";
import {permuteStatistic} from "../resampling/permuteStatistic.js";

export interface KruskalFit {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly exact: boolean;
}

/**
 * Kruskal-Wallis test of several samples, ties averaged.
 *
 * Model      H = (12 sum R_j^2 / n_j / (N (N + 1)) - 3 (N + 1)) / (1 - ties / (N^3 - N)) on k - 1 df; exact over all
 *            arrangements of the ranks where there are a million or fewer
 * Source     Kruskal & Wallis (1952); checked against R's kruskal.test
 */
export function kruskal(
  y: Column,
  group: ArrayLike<string | number | null>,
  {exact = false, ...others}: {readonly exact?: boolean} = {}
): Estimate<KruskalFit> {
  closedOptions("kruskal", others, ["exact"]);
  const codes = new Map<string | number, number>();
  const coded = Array.from(group, (label) => {
    if (label === null) return null;
    if (!codes.has(label)) codes.set(label, codes.size);
    return codes.get(label)!;
  });
  const {n, columns, dropped} = completeCases({y, group: coded});
  const sizes = new Float64Array(codes.size);
  columns.group.forEach((code) => sizes[code]!++);
  const k = sizes.filter((size) => size > 0).length;
  if (k < 2)
    throw new NotIdentified(`not identified: ${k} group; a Kruskal-Wallis test takes 2 or more`, "too few groups", {
      has: k,
      needs: 2
    });
  const {ranks: order, ties} = ranks(columns.y);
  const untied = 1 - ties.reduce((total, t) => total + t * t * t - t, 0) / (n * n * n - n);
  if (!(untied > 0)) throw new InvalidArgument("invalid y; all values are tied, so that ranks tell nothing");
  const H = (arrangement: Float64Array): number => {
    const sums = new Float64Array(sizes.length);
    for (let i = 0; i < n; i++) sums[columns.group[i]!]! += arrangement[i]!;
    const between = sums.reduce((total, sum, j) => (sizes[j]! > 0 ? total + (sum * sum) / sizes[j]! : total), 0);
    return ((12 * between) / (n * (n + 1)) - 3 * (n + 1)) / untied;
  };
  const statistic = H(order);
  const p = exact ? permuteStatistic(order, H, {exact: true}).fit.p_greater : chiSquaredUpper(statistic, k - 1);
  return {method: "kruskal", n, dropped, clusters: {}, terms: [], fit: {statistic, df: k - 1, p, exact}, warnings: []};
}
