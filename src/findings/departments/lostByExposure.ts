/**
 * Do rows lack their outcome more often with the exposure than without?
 *
 * Model      1 where the outcome is missing, in the plan's form; errors by unit, CR2
 */
import {ols} from "../../stats/regression/ols.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import {freeName} from "../../evidence/panel/freeName.js";
import {type DepartmentPanel, unitColumn} from "../../evidence/panel/departmentPanel.js";

export interface Lost {
  /** rows that have an exposure and no outcome, and rows that have an exposure */
  readonly missing: number;
  readonly of: number;
  /** clearly more often with more or with less of the exposure */
  readonly differs: boolean;
}

export function lostByExposure({x, y, right, term, absorbed, columns, order}: DepartmentPanel): Lost {
  const rows = x.flatMap((value, row) => (Number.isFinite(value) ? [row] : []));
  const lost = y.map((value) => Number(!Number.isFinite(value)));
  const missing = rows.reduce((sum, row) => sum + (lost[row] ?? 0), 0);
  const called = freeName("lost", columns);
  const formula = `${called} ~ ${right}${absorbed.length > 0 ? ` | ${absorbed.join(" + ")}` : ""}`;
  const p = ifIdentified(() => {
    const {terms} = ols(formula, {...columns, [called]: lost}, {...order, cluster: unitColumn, about: term});
    return terms.find((one) => one.term === term)?.p ?? null;
  });
  return {missing, of: rows.length, differs: p !== null && p < 0.05};
}
