import {leastOf} from "../description/leastOf.js";
import {InvalidArgument} from "../errors/invalidArgument.js";

export type AdjustmentMethod = "bonferroni" | "holm" | "hochberg" | "hommel" | "bh" | "by";

/**
 * p-values adjusted for their number; null stays null and isn't counted.
 *
 * Model      bonferroni, holm, hochberg, hommel: family-wise error (hochberg and hommel for independent or positively
 *            dependent tests); bh: false discovery rate of such tests; by: of any
 * Source     Holm (1979), Hochberg (1988), Hommel (1988), Benjamini & Hochberg (1995), Benjamini & Yekutieli (2001);
 *            checked against R's p.adjust
 */
export function adjust(p: readonly (number | null)[], method: AdjustmentMethod): (number | null)[] {
  const broken = p.find((value) => value !== null && !(value >= 0 && value <= 1));
  if (broken !== undefined)
    throw new InvalidArgument(`invalid p; not in [0, 1]: ${broken}; use null for a test not done`);
  const places = p.flatMap((value, i) => (value === null ? [] : [i])).toSorted((a, b) => p[a]! - p[b]!);
  const sorted = places.map((i) => p[i]!);
  const adjusted = methods[method](sorted, sorted.length);
  const result: (number | null)[] = p.map(() => null);
  places.forEach((i, k) => (result[i] = Math.min(1, adjusted[k]!)));
  return result;
}

const methods: Record<AdjustmentMethod, (sorted: readonly number[], m: number) => number[]> = {
  bonferroni: (sorted, m) => sorted.map((value) => m * value),
  holm: (sorted, m) => rising(sorted.map((value, k) => (m - k) * value)),
  hochberg: (sorted, m) => falling(sorted.map((value, k) => (m - k) * value)),
  hommel,
  bh: (sorted, m) => falling(sorted.map((value, k) => (m / (k + 1)) * value)),
  by: (sorted, m) => {
    const harmonic = sorted.reduce((total, _, k) => total + 1 / (k + 1), 0);
    return falling(sorted.map((value, k) => ((harmonic * m) / (k + 1)) * value));
  }
};

function rising(values: readonly number[]): number[] {
  let greatest = 0;
  return values.map((value) => (greatest = Math.max(greatest, value)));
}

function falling(values: readonly number[]): number[] {
  let least = Infinity;
  return values
    .toReversed()
    .map((value) => (least = Math.min(least, value)))
    .toReversed();
}

/** by Wright's (1992) recursion on the size of the closed family */
function hommel(sorted: readonly number[], m: number): number[] {
  if (m < 2) return [...sorted];
  const least = leastOf(sorted.map((value, k) => (m * value) / (k + 1)));
  let bound = sorted.map(() => least);
  const adjusted = [...bound];
  for (let size = m - 1; size >= 2; size--) {
    const first = m - size + 1;
    const tail = leastOf(sorted.slice(first).map((value, k) => (size * value) / (k + 2)));
    bound = sorted.map((value, k) => (k < first ? Math.min(size * value, tail) : 0));
    for (let k = first; k < m; k++) bound[k] = bound[first - 1]!;
    bound.forEach((value, k) => (adjusted[k] = Math.max(adjusted[k]!, value)));
  }
  return adjusted.map((value, k) => Math.max(value, sorted[k]!));
}
