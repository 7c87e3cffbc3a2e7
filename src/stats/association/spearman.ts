import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {ranks} from "../description/ranks.js";
import {normalUpper} from "../distribution/normal.js";
import type {Estimate} from "../estimate.js";
import {correlation} from "./correlation.js";
import type {CorrelationFit, CorrelationOptions} from "./correlationEstimate.js";
import {correlationEstimate} from "./correlationEstimate.js";

export interface SpearmanOptions extends CorrelationOptions {
  /** auto: exact to 9 pairs, Edgeworth's series to 1,289, Student's t beyond or with ties, as R's cor.test */
  readonly p?: "auto" | "exact" | "edgeworth" | "t";
}

const EXACT = 9;
const ENUMERABLE = 14;

/**
 * Spearman's rank correlation.
 *
 * Model      Pearson's r of mid-ranks. Without ties S = (n^3 - n)(1 - rho) / 6, its null distribution counted exactly
 *            over the sets of ranks used so far, or by Edgeworth's series; interval on Fisher's scale with variance
 *            (1 + rho^2 / 2) / (n - 3)
 * Source     Best & Roberts (1975), AS 89; Bonett & Wright (2000), doi:10.1007/BF02294183
 * Checked    R's cor.test; complete enumeration
 */
export function spearman(
  x: Column,
  y: Column,
  {p = "auto", level = 0.95, ...others}: SpearmanOptions = {}
): Estimate<CorrelationFit> {
  closedOptions("spearman", others, ["p", "level"]);
  oneOf("p", p, ["auto", "exact", "edgeworth", "t"]);
  const {n, columns, dropped} = completeCases({x, y});
  if (n < 3)
    throw new NotIdentified(`not identified: ${n} complete pairs; a correlation takes 3 or more`, "too few rows", {
      has: n,
      needs: 3
    });
  const a = ranks(columns.x);
  const b = ranks(columns.y);
  const r = correlation(a.ranks, b.ranks);
  const result = correlationEstimate(
    {method: "spearman", n, dropped, r, df: n - 2, zVariance: (1 + (r * r) / 2) / (n - 3)},
    {level}
  );
  const tied = a.ties.length + b.ties.length > 0;
  const kind = p === "auto" ? (tied || n >= 1290 ? "t" : n <= EXACT ? "exact" : "edgeworth") : p;
  if (kind === "t") return result;
  if (tied) throw new InvalidArgument(`invalid p; ${kind} takes ranks without ties; use "t" or a permutation test`);
  const s = a.ranks.reduce((total, rank, i) => total + (rank - b.ranks[i]!) ** 2, 0);
  return {...result, terms: [{...result.terms[0]!, statistic: s, df: null, p: twoSided(kind, n, s)}]};
}

function twoSided(kind: "exact" | "edgeworth", n: number, s: number): number {
  const middle = (n * n * n - n) / 6;
  if (kind === "edgeworth") {
    const tail = s > middle ? edgeworth(n, s) : 1 - edgeworth(n, s + 2);
    return Math.min(1, Math.max(0, 2 * tail));
  }
  if (n > ENUMERABLE)
    throw new InvalidArgument(`invalid p; exact counts up to ${ENUMERABLE} pairs, here ${n}; use "edgeworth"`);
  const extreme = Math.max(s, 2 * middle - s);
  const counts = squaredDifferences(n);
  let tail = 0;
  let total = 0;
  counts.forEach((count, value) => {
    total += count;
    if (value >= extreme) tail += count;
  });
  return Math.min(1, (2 * tail) / total);
}

/** number of permutations by their sum of squared differences, counted over sets of ranks already taken */
function squaredDifferences(n: number): Float64Array {
  const length = (n * n * n - n) / 3 + 1;
  const sets = new Map<number, Float64Array>([[0, Float64Array.of(1)]]);
  for (let row = 0; row < n; row++) {
    const reached = new Map<number, Float64Array>();
    for (const [set, counts] of sets) {
      for (let rank = 0; rank < n; rank++) {
        if (set & (1 << rank)) continue;
        const shift = (rank - row) ** 2;
        const key = set | (1 << rank);
        const at = reached.get(key) ?? new Float64Array(length);
        for (let k = 0; k < counts.length && k + shift < length; k++) at[k + shift]! += counts[k]!;
        reached.set(key, at);
      }
    }
    sets.clear();
    for (const [set, counts] of reached) sets.set(set, counts);
  }
  return sets.get(2 ** n - 1)!;
}

/** P(S >= s) */
function edgeworth(n: number, s: number): number {
  const b = 1 / n;
  const x = ((6 * (s - 1) * b) / (n * n - 1) - 1) * Math.sqrt(n - 1);
  const y = x * x;
  const high = 0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y);
  const u =
    x *
    b *
    (0.2274 +
      b * (0.2531 + 0.1745 * b) +
      y * (-0.0758 + b * (0.1033 + 0.3932 * b) - y * b * (0.0879 + 0.0151 * b - y * high)));
  return Math.min(1, Math.max(0, u * Math.exp(-y / 2) + normalUpper(x)));
}
