/**
 * Correlations of cells whose rows of one unit belong together.
 *
 * Model      r is the slope of y on x, both in their standard deviations: of values, of ranks, or of what units' means leave
 * Errors     of that slope by unit, CR2 with Satterthwaite df, as of the comparisons beside it: the same test of none. The
 *            standard deviations count as known, so that far from 0 the interval is wide: of 400 simulated studies it holds an
 *            r of 0 in 95 of 100, of 0.6 in 98. Ends are kept within -1 and 1; units may be too few for any
 * Checked    against clubSandwich: golden/association/byUnit.R
 * Not here   r within units from the rows' degrees of freedom (Bland and Altman), which takes a unit's years as independent;
 *            a bootstrap of units, too narrow where a few of them carry the slope
 */
import {correlation} from "../../stats/association/correlation.js";
import {centre} from "../../stats/description/centre.js";
import {ranks} from "../../stats/description/ranks.js";
import {dotProduct} from "../../stats/linalg/dotProduct.js";
import {ols} from "../../stats/regression/ols.js";
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

/** Null where a column does not vary. */
export function correlateByUnit({x, y, units}: Cells, kind: "pearson" | "spearman" | "within"): UnitCorrelation | null {
  const taken = (values: readonly number[]): ArrayLike<number> =>
    kind === "spearman" ? ranks(values).ranks : kind === "within" ? lessMeans(values, units) : values;
  return ifIdentified(() => {
    const [given, answer] = [taken(x), taken(y)];
    // refuses a column that does not vary
    const r = correlation(given, answer);
    const [a, b] = [standardised(given), standardised(answer)];
    const formula = kind === "within" ? "b ~ a | unit" : "b ~ a";
    const slope = ifIdentified(() =>
      ols(formula, {a, b, unit: units}, {cluster: "unit", about: "a"}).terms.find(({term}) => term === "a")
    );
    return {r, low: within(slope?.low), high: within(slope?.high), n: x.length};
  });
}

const within = (end: number | null | undefined): number | null =>
  end === null || end === undefined ? null : Math.max(-1, Math.min(1, end));

/** In the column's standard deviations, about its mean. */
function standardised(values: ArrayLike<number>): Float64Array {
  const deviations = centre(values);
  const sd = Math.sqrt(dotProduct(deviations) / (deviations.length - 1));
  return deviations.map((value) => value / sd);
}

/** Each row less its unit's mean; exactly 0 where a unit's rows are all the same. */
function lessMeans(values: readonly number[], units: readonly string[]): Float64Array {
  const rowsOf = new Map<string, number[]>();
  units.forEach((unit, row) => {
    const rows = rowsOf.get(unit);
    if (rows) rows.push(row);
    else rowsOf.set(unit, [row]);
  });
  const left = new Float64Array(values.length);
  for (const rows of rowsOf.values()) {
    const deviations = centre(rows.map((row) => values[row] ?? NaN));
    rows.forEach((row, place) => (left[row] = deviations[place] ?? NaN));
  }
  return left;
}
