import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {type PlannedControl, plannedControls} from "./plannedControls.js";
import type {DepartmentPanel} from "./departmentPanel.js";
import {shifted} from "./shifted.js";

export interface LaggedTerm extends PlannedControl {
  /** years from the exposure to the outcome */
  readonly lag: number;
}

/**
 * The plan's terms that are its exposure of an earlier year, whatever they are called: known by their values, which are the
 * exposure's so many years before wherever both are there, in two years at least.
 */
export function laggedTerms(panel: DepartmentPanel): readonly LaggedTerm[] {
  const controls = plannedControls(panel);
  const most = greatestOf(panel.years) - leastOf(panel.years);
  return controls.flatMap((control) => {
    const lag = Array.from({length: most}, (_, i) => i + 1).find((years) =>
      sameWherever(panel, control.values, shifted(panel, years))
    );
    return lag === undefined ? [] : [{...control, lag}];
  });
}

/** Equal in every row that has both; and they vary there and over the years, so that it is no accident. */
function sameWherever(
  {years}: Pick<DepartmentPanel, "years">,
  values: readonly number[],
  others: readonly number[]
): boolean {
  const both = values.flatMap((value, row) => {
    const other = others[row] ?? NaN;
    return Number.isFinite(value + other) ? [{value, other, year: years[row]}] : [];
  });
  return (
    new Set(both.map(({value}) => value)).size > 1 &&
    new Set(both.map(({year}) => year)).size > 1 &&
    both.every(({value, other}) => value === other)
  );
}
