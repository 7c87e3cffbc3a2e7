/**
 * Test of moment inequalities with nuisance parameters that enter linearly.
 *
 * Model      y ~ N(mu, S), of m moments; null: some d has mu <= X d. Statistic: the least e with y - X d <= e sd, which is
 *            the greatest g'y over the vertices of {g >= 0 : g'sd = 1, g'X = 0}; at the vertex found it is a normal
 *            truncated to where that vertex stays the greatest. Before it, a test against the least favourable quantile
 *            takes a tenth of the size (hybrid)
 * Source     Andrews, Roth & Pakes (2023), doi:10.1093/restud/rdac066, sections 4 and 5; checked through Rambachan & Roth
 * Not here   variances of the moments that depend on the nuisance parameters
 */
import {dotProduct} from "../linalg/dotProduct.js";
import {truncatedNormalQuantile} from "../distribution/truncatedNormal.js";
import {linearProgramme} from "../optimise/linearProgramme.js";

export interface ConditionalTest {
  /** greatest g'y; minus infinity where the null can't be refuted */
  statistic(y: Float64Array): number;
  /** whether the null is rejected at size, the first stage's share of it being against `critical` */
  rejects(y: Float64Array, critical: number, sizes: {readonly size: number; readonly first: number}): boolean;
}

/**
 * @param variance  S, m by m
 * @param x         X by column
 */
export function conditionalTest(variance: readonly Float64Array[], x: readonly Float64Array[]): ConditionalTest {
  const sd = Float64Array.from(variance, (row, i) => Math.sqrt(row[i]!));
  const scaled = x.map((column) => {
    const shares = column.map((value, i) => value / sd[i]!);
    const size = shares.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0) || 1;
    return shares.map((value) => value / size);
  });
  const correlation = variance.map((row, i) => row.map((value, j) => value / (sd[i]! * sd[j]!)));
  const greatest = linearProgramme(
    Array.from(sd, (_, i) => Float64Array.of(1, ...scaled.map((column) => column[i]!))),
    Float64Array.of(1, ...scaled.map(() => 0))
  );
  const standard = (y: Float64Array): Float64Array => y.map((value, i) => value / sd[i]!);
  return {
    statistic: (y) => greatest?.(standard(y)).value ?? -Infinity,
    rejects(y, critical, {size, first}) {
      if (!greatest) return false;
      const z = standard(y);
      const {value, x: g} = greatest(z);
      if (value > critical) return true;
      const along = Float64Array.from(correlation, (row) => dotProduct(row, g));
      const square = dotProduct(along, g);
      if (square < 1e-14) return value > 0;
      const b = along.map((entry) => entry / square);
      const rest = z.map((entry, i) => entry - b[i]! * value);
      const spread = Math.sqrt(square);
      const low = edge(-1) / spread;
      const high = Math.min(edge(1), critical) / spread;
      const at = value / spread;
      if (!(low <= at && at <= high)) return false;
      return at > Math.max(0, truncatedNormalQuantile(1 - (size - first) / (1 - first), low, high));

      /** where the vertex stops being the greatest, on one side: Newton on a convex piecewise linear function */
      function edge(side: -1 | 1): number {
        const far = 1e4;
        let s = value + side * far;
        for (let round = 0; round < 100; round++) {
          const other = greatest!(rest.map((entry, i) => entry + s * b[i]!));
          if (other.value <= s + 1e-10 * (1 + Math.abs(s))) return round === 0 ? side * Infinity : s;
          const slope = dotProduct(other.x, b);
          const next = dotProduct(other.x, rest) / (1 - slope);
          if (!Number.isFinite(next) || side * (next - s) >= 0) return s;
          s = next;
        }
        return s;
      }
    }
  };
}
