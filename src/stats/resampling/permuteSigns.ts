import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {sum} from "../description/sum.js";
import type {Estimate} from "../estimate.js";
import {random} from "../random.js";
import {lattice} from "./lattice.js";
import type {PermutationFit, PermutationOptions, Tally} from "./permutationEstimate.js";
import {permutationEstimate} from "./permutationEstimate.js";
import {subsetSums} from "./subsetSums.js";
import {tally} from "./tally.js";
import {tallyDraws} from "./tallyDraws.js";

export interface SignOptions extends PermutationOptions {
  readonly statistic?: "sum" | "mean";
}

/**
 * Sign-flip test of paired differences: Fisher's own, on Darwin's maize.
 *
 * Model      under no effect, each difference is as likely to have the other sign
 * Method     all 2^n sign vectors, counted by subset sums; drawn where too many sums are distinct. A difference of 0
 *            counts both its signs
 * Source     Fisher (1935), The Design of Experiments, section 21
 *
 * @param differences  after less before, one a pair
 */
export function permuteSigns(
  differences: Column,
  {statistic = "mean", exact = "auto", draws = 9999, seed = 1, ...others}: SignOptions = {}
): Estimate<PermutationFit> {
  closedOptions("permuteSigns", others, ["statistic", "exact", "draws", "seed"]);
  oneOf("statistic", statistic, ["sum", "mean"]);
  const {n, columns, dropped} = completeCases({differences});
  if (n === 0) throw new InvalidArgument("invalid differences; no complete pair");
  const found = (exact === false ? null : countAll(columns.differences)) ?? drawn();
  const divisor = statistic === "mean" ? n : 1;
  return permutationEstimate({
    method: "permutation of signs",
    term: "difference",
    n,
    dropped,
    tally: {...found, observed: found.observed / divisor, expected: found.expected / divisor}
  });

  function drawn(): Tally {
    if (exact === true) throw new InvalidArgument("invalid exact; too many distinct sums to count; use exact: false");
    const values = columns.differences;
    const {uint32} = random(seed);
    const draw = (): number => {
      let total = 0;
      let bits = 0;
      for (let i = 0; i < n; i++) {
        if (i % 32 === 0) bits = uint32();
        total += bits & 1 ? values[i]! : -values[i]!;
        bits >>>= 1;
      }
      return total;
    };
    const scale = values.reduce((value, entry) => value + Math.abs(entry), 0);
    return tallyDraws(draw, {observed: sum(values), expected: 0, draws, seed, scale});
  }
}

function countAll(values: Float64Array): Tally | null {
  const {units, size, slack} = lattice(values);
  if (slack > 0 && values.length > 20) return null;
  const sizes = units.map(Math.abs);
  const chosen = subsetSums(sizes);
  if (chosen === null) return null;
  const all = sizes.reduce((total, unit) => total + unit, 0);
  const observed = units.reduce((total, unit) => total + unit, 0);
  const sums = Float64Array.from(chosen.sums, (value) => 2 * value - all);
  const found = tally({sums, counts: chosen.counts}, observed, slack);
  return {...found, observed: observed * size, expected: 0};
}
