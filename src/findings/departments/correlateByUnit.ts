/**
 * Correlations of cells whose rows of one unit belong together: intervals by drawing whole units.
 *
 * Interval   bca bootstrap of units, 95 %; where each unit has one row, as it would be of rows
 * Source     Davison & Hinkley (1997), ch. 3.8; stats/resampling/bootstrap.ts
 * Not here   r within units from the rows' degrees of freedom (Bland and Altman), which takes a unit's years as independent
 */
import {correlation} from "../../stats/association/correlation.js";
import {ranks} from "../../stats/description/ranks.js";
import {bootstrap, type RowStatistic} from "../../stats/resampling/bootstrap.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";

export interface Cells {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** of each row */
  readonly units: readonly string[];
}

export interface UnitCorrelation {
  readonly r: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

const draws = 1999;

/** In a loop: it is done for every draw. */
function taken(values: ArrayLike<number>, rows: Uint32Array): Float64Array {
  const chosen = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) chosen[i] = values[rows[i]!]!;
  return chosen;
}

export function correlateByUnit({x, y, units}: Cells, kind: "pearson" | "spearman" | "within"): UnitCorrelation | null {
  const [a, b] = kind === "within" ? [lessMeans(x, units), lessMeans(y, units)] : [x, y];
  const of = (rows: Uint32Array): number =>
    kind === "spearman"
      ? correlation(ranks(taken(a, rows)).ranks, ranks(taken(b, rows)).ranks)
      : correlation(taken(a, rows), taken(b, rows));
  return ifIdentified(() => {
    const all = of(Uint32Array.from(x, (_, row) => row));
    const [term] = bootstrap(x.length, or(of), {cluster: units, draws}).terms;
    return {r: all, low: term?.low ?? null, high: term?.high ?? null, n: x.length};
  });
}

/** A draw in which one side does not vary has no correlation. */
const or =
  (statistic: RowStatistic): RowStatistic =>
  (rows) =>
    ifIdentified(() => statistic(rows)) ?? NaN;

/** Each row less its unit's mean, of which a draw of whole units changes nothing. */
function lessMeans(values: readonly number[], units: readonly string[]): Float64Array {
  const sums = new Map<string, {sum: number; n: number}>();
  units.forEach((unit, row) => {
    const {sum, n} = sums.get(unit) ?? {sum: 0, n: 0};
    sums.set(unit, {sum: sum + (values[row] ?? NaN), n: n + 1});
  });
  return Float64Array.from(values, (value, row) => {
    const {sum, n} = sums.get(units[row] ?? "") ?? {sum: NaN, n: 1};
    return value - sum / n;
  });
}
