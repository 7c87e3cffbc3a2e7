import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {sum} from "../description/sum.js";
import type {Dropped, Estimate} from "../estimate.js";
import {random} from "../random.js";
import {convolve} from "./convolve.js";
import {lattice} from "./lattice.js";
import type {PermutationFit, PermutationOptions, Tally} from "./permutationEstimate.js";
import {permutationEstimate} from "./permutationEstimate.js";
import type {SumDistribution} from "./subsetSums.js";
import {subsetSums} from "./subsetSums.js";
import {tally} from "./tally.js";
import {tallyDraws} from "./tallyDraws.js";

export interface StrataOptions extends PermutationOptions {
  /** sum: the treated units' total; mean: difference of the two groups' means */
  readonly statistic?: "sum" | "mean";
}

/**
 * Permutation test of a two-group difference, with treatment rearranged within strata only.
 *
 * Model      under no effect, every assignment with the same number treated in each stratum is as likely as any other
 * Estimand   the treated units' total, or the difference of means, which is the same test
 * Method     the strata's sums of chosen units, counted and convolved; drawn where too many are distinct.
 *            Two-sided p is the share with |T - E T| at least as great as observed
 * Source     Pitman (1937); Fisher (1935); checked against complete enumeration in R
 *
 * @param treated  1 or true for treated, 0 or false for control
 * @param strata   one label a row; leave out for a single stratum
 */
export function permuteWithinStrata(
  treated: ArrayLike<number | boolean | null>,
  y: Column,
  strata: ArrayLike<string | number> | null = null,
  {statistic = "sum", exact = "auto", draws = 9999, seed = 1, ...others}: StrataOptions = {}
): Estimate<PermutationFit> {
  closedOptions("permuteWithinStrata", others, ["statistic", "exact", "draws", "seed"]);
  oneOf("statistic", statistic, ["sum", "mean"]);
  const {n, columns, rows, dropped} = completeCases({
    treated: Array.from(treated, (value) => (value === null ? null : Number(value))),
    y
  });
  const members = new Map<string | number, number[]>();
  for (let i = 0; i < n; i++) {
    const label = strata === null ? "all" : strata[rows[i]!]!;
    if (columns.treated[i] !== 0 && columns.treated[i] !== 1)
      throw new InvalidArgument(`invalid treated; neither 0 nor 1: ${columns.treated[i]}`);
    const list = members.get(label);
    if (list) list.push(i);
    else members.set(label, [i]);
  }
  const m = columns.treated.reduce((total, value) => total + value, 0);
  if (m === 0 || m === n)
    throw new NotIdentified(`not identified: ${m} of ${n} rows treated; both groups need rows`, "no comparison");
  const groups = [...members.values()].map((list): Stratum => ({
    rows: list,
    treated: list.filter((i) => columns.treated[i] === 1).length
  }));
  if (groups.every((group) => group.treated === 0 || group.treated === group.rows.length)) {
    throw new NotIdentified(
      "not identified: no stratum has both treated and control rows; use coarser strata",
      "no comparison"
    );
  }
  const total = sum(columns.y);
  const rescale =
    statistic === "sum" ? (value: number) => value : (value: number) => value / m - (total - value) / (n - m);
  const found = (exact === false ? null : countAll(columns.y, columns.treated, groups)) ?? drawn();
  return finish(n, dropped, {...found, observed: rescale(found.observed), expected: rescale(found.expected)});

  function drawn(): Tally {
    if (exact === true) throw new InvalidArgument("invalid exact; too many distinct sums to count; use exact: false");
    const observed = sum(columns.y.filter((_, i) => columns.treated[i] === 1));
    const expected = groups.reduce(
      (value, group) => value + (group.treated / group.rows.length) * sum(group.rows.map((i) => columns.y[i]!)),
      0
    );
    const scale = columns.y.reduce((value, entry) => value + Math.abs(entry), 0);
    return tallyDraws(drawTotal(columns.y, groups, seed), {observed, expected, draws, seed, scale});
  }
}

interface Stratum {
  readonly rows: readonly number[];
  readonly treated: number;
}

function countAll(y: Float64Array, treated: Float64Array, groups: readonly Stratum[]): Tally | null {
  const {units, size, slack} = lattice(y);
  // off a lattice nearly every sum is distinct: don't set out where they are too many
  if (slack > 0 && groups.reduce((product, group) => product * choose(group.rows.length, group.treated), 1) > 3e6)
    return null;
  let whole: SumDistribution = {sums: [0], counts: [1]};
  for (const group of groups) {
    const part = subsetSums(
      group.rows.map((i) => units[i]!),
      group.treated
    );
    const next = part && convolve(whole, part);
    if (!next) return null;
    whole = next;
  }
  const observed = units.reduce((value, unit, i) => value + unit * treated[i]!, 0);
  const found = tally(whole, observed, slack);
  return {...found, observed: observed * size, expected: found.expected * size};
}

function choose(n: number, m: number): number {
  let ways = 1;
  for (let k = 1; k <= m; k++) ways *= (n - m + k) / k;
  return ways;
}

function drawTotal(y: Float64Array, groups: readonly Stratum[], seed: number): () => number {
  const {below} = random(seed);
  const pools = groups.map((group) => ({values: Float64Array.from(group.rows, (i) => y[i]!), treated: group.treated}));
  return () => {
    let total = 0;
    for (const {values, treated} of pools) {
      for (let k = 0; k < treated; k++) {
        const j = k + below(values.length - k);
        const value = values[j]!;
        values[j] = values[k]!;
        values[k] = value;
        total += value;
      }
    }
    return total;
  };
}

function finish(n: number, dropped: readonly Dropped[], found: Tally): Estimate<PermutationFit> {
  return permutationEstimate({method: "permutation within strata", term: "difference", n, dropped, tally: found});
}
