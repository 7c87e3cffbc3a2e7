import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {correlation} from "../association/correlation.js";
import {centre} from "../description/centre.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {ranks} from "../description/ranks.js";
import {dotProduct} from "../linalg/dotProduct.js";
import type {Estimate} from "../estimate.js";
import {random} from "../random.js";
import type {PermutationFit, PermutationOptions, Tally} from "./permutationEstimate.js";
import {permutationEstimate} from "./permutationEstimate.js";
import {tallyDraws} from "./tallyDraws.js";

export interface PermuteCorrelationOptions extends PermutationOptions {
  readonly of?: "values" | "ranks";
}

const ENUMERABLE = 10;

/**
 * Permutation test of a correlation: y rearranged against x.
 *
 * Model      under independence every pairing is as likely; the statistic is r, or Spearman's rho on ranks
 * Method     all n! pairings by Heap's exchanges to 10 pairs, each sum updated from the last; drawn beyond
 * Source     Pitman (1937); Heap (1963), doi:10.1093/comjnl/6.3.293
 * Not here   series in time, whose values can't be exchanged: see correlateSeries
 */
export function permuteCorrelation(
  x: Column,
  y: Column,
  {of = "values", exact = "auto", draws = 9999, seed = 1, ...others}: PermuteCorrelationOptions = {}
): Estimate<PermutationFit> {
  closedOptions("permuteCorrelation", others, ["of", "exact", "draws", "seed"]);
  oneOf("of", of, ["values", "ranks"]);
  const {n, columns, dropped} = completeCases({x, y});
  if (n < 3)
    throw new NotIdentified(`not identified: ${n} complete pairs; a correlation takes 3 or more`, "too few rows", {
      has: n,
      needs: 3
    });
  const use = (values: Float64Array): Float64Array => (of === "ranks" ? ranks(values).ranks : values);
  const r = correlation(use(columns.x), use(columns.y));
  const dx = centre(use(columns.x));
  const dy = centre(use(columns.y));
  if (exact === true && n > ENUMERABLE) {
    throw new InvalidArgument(
      `invalid exact; ${n} pairs have too many arrangements, ${ENUMERABLE} is the most; use exact: false`
    );
  }
  const counted = exact === true || (exact === "auto" && n <= ENUMERABLE);
  const tally = counted ? countAll(dx, dy) : drawn(dx, dy, draws, seed);
  return permutationEstimate({
    method: "permutation of correlation",
    term: "correlation",
    n,
    dropped,
    tally: {...tally, observed: r, expected: 0}
  });
}

function drawn(dx: Float64Array, dy: Float64Array, draws: number, seed: number): Tally {
  const {below} = random(seed);
  const pool = Float64Array.from(dy);
  const draw = (): number => {
    let total = 0;
    for (let i = pool.length - 1; i > 0; i--) {
      const j = below(i + 1);
      const value = pool[j]!;
      pool[j] = pool[i]!;
      pool[i] = value;
      total += dx[i]! * value;
    }
    return total + dx[0]! * pool[0]!;
  };
  const observed = dotProduct(dx, dy);
  const scale = Math.sqrt(dotProduct(dx) * dotProduct(dy));
  return tallyDraws(draw, {observed, expected: 0, draws, seed, scale});
}

function countAll(dx: Float64Array, dy: Float64Array): Tally {
  const n = dx.length;
  const pool = Float64Array.from(dy);
  const observed = dotProduct(dx, dy);
  const slack = 1e-11 * Math.sqrt(dotProduct(dx) * dotProduct(dy));
  const distance = Math.abs(observed) - slack;
  const found = {count: 0, count_less: 0, count_two: 0, equal: 0};
  let total = 0;
  let sum = observed;
  const visit = (): void => {
    total++;
    if (sum >= observed - slack) found.count++;
    if (sum <= observed + slack) found.count_less++;
    if (Math.abs(sum - observed) <= slack) found.equal++;
    if (Math.abs(sum) >= distance) found.count_two++;
  };
  visit();
  const turns = new Uint32Array(n);
  for (let i = 0; i < n;) {
    if (turns[i]! >= i) {
      turns[i] = 0;
      i++;
      continue;
    }
    const j = i % 2 === 0 ? 0 : turns[i]!;
    const a = pool[i]!;
    const b = pool[j]!;
    sum += (dx[i]! - dx[j]!) * (b - a);
    pool[i] = b;
    pool[j] = a;
    visit();
    turns[i]!++;
    i = 0;
  }
  return {observed, expected: 0, ...found, total, seed: null};
}
