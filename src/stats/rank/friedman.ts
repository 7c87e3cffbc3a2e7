import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {ranks} from "../description/ranks.js";
import {chiSquaredUpper} from "../distribution/chiSquared.js";
import type {Estimate} from "../estimate.js";
import type {Dropped} from "../estimate.js";

export interface FriedmanFit {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** share of rank arrangements within blocks at least as extreme */
  readonly p_exact: number | null;
  /** Kendall's coefficient of concordance */
  readonly W: number;
  readonly exact: boolean;
}

const STATES = 200_000;

/**
 * Friedman's test of treatments within blocks, ties averaged.
 *
 * Model      12 sum (R_j - b (k + 1) / 2)^2 / (b k (k + 1) - ties / (k - 1)) on k - 1 df; exact over the arrangements of
 *            each block's mid-ranks, counted by their column sums
 * Source     Friedman (1937); Hollander & Wolfe (1999); checked against R's friedman.test
 *
 * @param blocks  one row a block, one column a treatment; a row with null is dropped and counted
 */
export function friedman(
  blocks: readonly (readonly (number | null)[])[],
  {exact = false, ...others}: {readonly exact?: boolean} = {}
): Estimate<FriedmanFit> {
  closedOptions("friedman", others, ["exact"]);
  const k = blocks[0]?.length ?? 0;
  const complete = blocks.filter((row): row is number[] => row.every((value) => value !== null));
  const b = complete.length;
  if (b < 2 || k < 2)
    throw new NotIdentified(
      `not identified: ${b} complete blocks, ${k} treatments; 2 of each are needed`,
      "too few rows",
      {has: Math.min(b, k), needs: 2}
    );
  const broken = complete.find((row) => row.length !== k || row.some((value) => !Number.isFinite(value)));
  if (broken)
    throw new InvalidArgument(`invalid blocks; a row is no list of ${k} finite numbers: ${broken.join(", ")}`);
  const ranked = complete.map((row) => ranks(row));
  const columns = Array.from({length: k}, (_, j) => ranked.reduce((total, row) => total + row.ranks[j]!, 0));
  const distance = (sums: readonly number[]): number =>
    sums.reduce((total, value) => total + (value - (b * (k + 1)) / 2) ** 2, 0);
  const tied = ranked.reduce((total, row) => total + row.ties.reduce((part, t) => part + t * t * t - t, 0), 0);
  const scale = b * k * (k + 1) - tied / (k - 1);
  if (!(scale > 0))
    throw new NotIdentified(
      "not identified: every block is tied throughout, so that ranks tell nothing",
      "no variation"
    );
  const statistic = (12 * distance(columns)) / scale;
  const asymptotic = chiSquaredUpper(statistic, k - 1);
  const counted = exact
    ? countArrangements(
        ranked.map((row) => Array.from(row.ranks)),
        distance(columns),
        distance
      )
    : null;
  const dropped: Dropped[] = b < blocks.length ? [{reason: "missing value in block", n: blocks.length - b}] : [];
  const p = counted ?? asymptotic;
  return {
    method: "friedman",
    n: b,
    dropped,
    clusters: {},
    terms: [],
    fit: {statistic, df: k - 1, p, p_exact: counted, W: statistic / (b * (k - 1)), exact: counted !== null},
    warnings: []
  };
}

function countArrangements(
  rows: readonly (readonly number[])[],
  observed: number,
  distance: (sums: readonly number[]) => number
): number {
  let states = new Map<string, {sums: number[]; share: number}>([["", {sums: rows[0]!.map(() => 0), share: 1}]]);
  for (const row of rows) {
    const orders = arrangements(row);
    const next = new Map<string, {sums: number[]; share: number}>();
    for (const {sums, share} of states.values()) {
      for (const order of orders) {
        const moved = sums.map((value, j) => value + order[j]!).toSorted((a, b) => a - b);
        const key = moved.join();
        const known = next.get(key);
        if (known) known.share += share / orders.length;
        else next.set(key, {sums: moved, share: share / orders.length});
      }
      if (next.size > STATES)
        throw new InvalidArgument("invalid exact; too many arrangements to count; use exact: false");
    }
    states = next;
  }
  let p = 0;
  for (const {sums, share} of states.values())
    if (distance(sums) >= observed - 1e-9 * Math.max(1, observed)) p += share;
  return Math.min(1, p);
}

function arrangements(values: readonly number[]): number[][] {
  if (values.length > 7)
    throw new InvalidArgument(
      `invalid exact; ${values.length} treatments have too many arrangements; use exact: false`
    );
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, i) => arrangements(values.filter((_, j) => j !== i)).map((rest) => [value, ...rest]));
}
