/**
 * Correlations of cells whose rows of one unit belong together.
 *
 * Model      r is the slope of y on x, both in their standard deviations: of values, of ranks, or of what units' means leave
 * Errors     of that slope by unit, CR2 with Satterthwaite df, as of the comparisons beside it; ends are kept within -1 and 1
 * Not here   r within units from the rows' degrees of freedom (Bland and Altman), which takes a unit's years as independent;
 *            a bootstrap of units, too narrow where a few of them carry the slope
 */
import {correlation} from "../../stats/association/correlation.js";
import {ranks} from "../../stats/description/ranks.js";
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

export function correlateByUnit({x, y, units}: Cells, kind: "pearson" | "spearman" | "within"): UnitCorrelation | null {
  const taken = (values: readonly number[]): readonly number[] =>
    kind === "spearman" ? Array.from(ranks(values).ranks) : kind === "within" ? lessMeans(values, units) : values;
  const [a, b] = [taken(x), taken(y)];
  return ifIdentified(() => {
    const r = correlation(a, b);
    const formula = kind === "within" ? "b ~ a | unit" : "b ~ a";
    const slope = ols(formula, {a, b, unit: units}, {cluster: "unit", about: "a"}).terms.find(({term}) => term === "a");
    const end = (value: number | null | undefined): number | null =>
      !slope || value === null || value === undefined ? null : Math.max(-1, Math.min(1, (r * value) / slope.estimate));
    return {r, low: end(slope?.low), high: end(slope?.high), n: x.length};
  });
}

/** Each row less its unit's mean. */
function lessMeans(values: readonly number[], units: readonly string[]): readonly number[] {
  const sums = new Map<string, {sum: number; n: number}>();
  units.forEach((unit, row) => {
    const {sum, n} = sums.get(unit) ?? {sum: 0, n: 0};
    sums.set(unit, {sum: sum + (values[row] ?? NaN), n: n + 1});
  });
  return values.map((value, row) => {
    const {sum, n} = sums.get(units[row] ?? "") ?? {sum: NaN, n: 1};
    return value - sum / n;
  });
}
