import {closedOptions} from "../errors/closedOptions.js";
import {greatestOf} from "../description/greatestOf.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {random} from "../random.js";
import type {Estimate} from "../estimate.js";
import type {PermutationFit, PermutationOptions, Tally} from "./permutationEstimate.js";
import {permutationEstimate} from "./permutationEstimate.js";
import {tallyDraws} from "./tallyDraws.js";

export interface PermuteStatisticOptions extends PermutationOptions {
  /** one label a row: values are exchanged within it only */
  readonly strata?: ArrayLike<string | number>;
}

const MOST = 1e6;

/**
 * Permutation test of any statistic of rearranged values.
 *
 * Model      values are exchangeable, within strata where these are given
 * Method     all arrangements where there are a million or fewer, drawn beyond. Two-sided p measures distance from the
 *            mean over the arrangements seen
 */
export function permuteStatistic(
  values: ArrayLike<number>,
  statistic: (arrangement: Float64Array) => number,
  {strata, exact = "auto", draws = 9999, seed = 1, ...others}: PermuteStatisticOptions = {}
): Estimate<PermutationFit> {
  closedOptions("permuteStatistic", others, ["strata", "exact", "draws", "seed"]);
  const n = values.length;
  if (strata && strata.length !== n)
    throw new InvalidArgument(`invalid strata; length ${strata.length} differs from that of values: ${n}`);
  const places = new Map<string | number, number[]>();
  for (let i = 0; i < n; i++) {
    const label = strata?.[i] ?? "";
    places.set(label, [...(places.get(label) ?? []), i]);
  }
  const arrangement = Float64Array.from(values);
  const observed = statistic(arrangement);
  const groups = [...places.values()];
  const total = groups.reduce(
    (product, group) => product * group.reduce((factorial, _, k) => factorial * (k + 1), 1),
    1
  );
  if (exact === true && total > MOST)
    throw new InvalidArgument(`invalid exact; ${total} arrangements are too many; use exact: false`);
  const seen: number[] = [];
  if (exact === true || (exact === "auto" && total <= MOST)) {
    enumerate(arrangement, groups, 0, () => seen.push(statistic(arrangement)));
    return permutationEstimate({
      method: "permutation",
      term: "statistic",
      n,
      dropped: [],
      tally: count(seen, observed, null)
    });
  }
  const {below} = random(seed);
  for (let k = 0; k < draws; k++) {
    for (const group of groups) shuffle(arrangement, group, below);
    seen.push(statistic(arrangement));
  }
  return permutationEstimate({
    method: "permutation",
    term: "statistic",
    n,
    dropped: [],
    tally: count(seen, observed, seed)
  });
}

function count(seen: readonly number[], observed: number, seed: number | null): Tally {
  const broken = seen.find((value) => !Number.isFinite(value));
  if (broken !== undefined) throw new InvalidArgument(`invalid statistic; not finite for some arrangement: ${broken}`);
  const expected = seen.reduce((total, value) => total + value / seen.length, 0);
  const scale = greatestOf(seen.slice(0, 1000).map(Math.abs), Math.max(Math.abs(observed), Math.abs(expected)));
  let at = 0;
  return {...tallyDraws(() => seen[at++]!, {observed, expected, draws: seen.length, seed: seed ?? 0, scale}), seed};
}

function shuffle(values: Float64Array, places: readonly number[], below: (n: number) => number): void {
  for (let k = places.length - 1; k > 0; k--) swap(values, places[k]!, places[below(k + 1)]!);
}

function swap(values: Float64Array, i: number, j: number): void {
  const value = values[i]!;
  values[i] = values[j]!;
  values[j] = value;
}

function enumerate(values: Float64Array, groups: readonly (readonly number[])[], at: number, visit: () => void): void {
  const places = groups[at];
  if (places === undefined) return visit();
  const arrange = (from: number): void => {
    if (from >= places.length - 1) return enumerate(values, groups, at + 1, visit);
    for (let k = from; k < places.length; k++) {
      swap(values, places[from]!, places[k]!);
      arrange(from + 1);
      swap(values, places[from]!, places[k]!);
    }
  };
  arrange(0);
}
