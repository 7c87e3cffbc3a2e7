/**
 * When the difference shows: the main comparison by the exposure of the same year, of the year before, and of both at once.
 *
 * Model      y_it = b x_it + c x_i,t-1 + unit + year, each alone and both together, in the plan's form
 * Errors     by unit, CR2 with Satterthwaite df; the main comparison keeps its own
 * Not here   longer lags, which so few years do not tell apart
 */
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence} from "../../evidence/finding.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import {type DepartmentPanel, timeColumn, unitColumn, yearsWithBoth} from "../../evidence/panel/departmentPanel.js";
import {fewestYears} from "../../evidence/panel/fewestYears.js";
import {nextYear} from "../../evidence/panel/nextYear.js";
import {shifted} from "../../evidence/panel/shifted.js";
import {ols} from "../../stats/regression/ols.js";

/** Of which year the exposure is, and whether that of the other year is beside it. */
export interface TimingWords {
  readonly sameYear: string;
  readonly yearBefore: string;
  readonly sameYearBeside: string;
  readonly yearBeforeBeside: string;
}

/** None where the plan does not compare each unit with itself in the same year's exposure alone, or years are too few. */
export function timing(panel: DepartmentPanel, primary: Evidence, words: TimingWords): readonly Evidence[] {
  const {units, years, x, y, unit, rows, step: scale} = panel;
  const before = nextYear(panel);
  if (!comparesSameYear(panel) || !before) return [];
  const table = {[unitColumn]: units, [timeColumn]: years, y, x, before: shifted(panel, 1)};
  const beside = (term: "x" | "before", label: string): Evidence[] => {
    const formula = `y ~ x + before | ${unitColumn} + ${timeColumn}`;
    const fitted = ifIdentified(() => ols(formula, table, {cluster: unitColumn, about: term}));
    return fitted ? [evidenceFrom(fitted, {label, term, unit, rows, scale})] : [];
  };
  return [
    {...primary, label: words.sameYear},
    {...before, label: words.yearBefore},
    ...beside("x", words.sameYearBeside),
    ...beside("before", words.yearBeforeBeside)
  ];
}

const comparesSameYear = (panel: DepartmentPanel): boolean =>
  [unitColumn, timeColumn].every((name) => panel.absorbed.includes(name)) &&
  panel.right === panel.term &&
  panel.order.time === undefined &&
  yearsWithBoth(panel).length >= fewestYears;
