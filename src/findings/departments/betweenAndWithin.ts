import {ols} from "../../stats/regression/ols.js";
import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {unitColumn} from "../../evidence/panel/departmentPanel.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";

export interface BetweenAndWithin {
  readonly between: number;
  readonly within: number;
  /** how much the slope between units is above that within them, and its p: none, if units differed in nothing else */
  readonly gap: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  readonly df: number | null;
  readonly units: number;
}

/**
 * The slope between units' means and that within units, and their difference.
 *
 * Model      y_it = a + b x_it + c mean_i(x) + u_i + e_it; b within, b + c between, years left in (Mundlak 1978)
 * Errors     by unit, CR2 with Satterthwaite df
 * Not here   plans with more terms than the exposure: null
 */
export function betweenAndWithin(panel: DepartmentPanel): BetweenAndWithin | null {
  const {x, y, units} = panel;
  if (panel.right !== panel.term) return null;
  return ifIdentified(() => {
    const table = {y, x, [unitColumn]: units};
    const {terms, clusters} = ols("y ~ x", table, {model: "mundlak", unit: unitColumn, cluster: unitColumn});
    const [within, gap] = [terms.find(({term}) => term === "x"), terms.find(({term}) => term === "mean(x)")];
    if (!within || !gap) return null;
    const {step} = panel;
    return {
      between: step * (within.estimate + gap.estimate),
      within: step * within.estimate,
      gap: step * gap.estimate,
      low: gap.low === null ? null : step * gap.low,
      high: gap.high === null ? null : step * gap.high,
      p: gap.p,
      df: gap.df,
      units: clusters[unitColumn] ?? 0
    };
  });
}
