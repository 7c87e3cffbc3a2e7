/**
 * The planned estimate without each unit, and without each year, in turn.
 *
 * Rows       released cells; single years are left out where there are enough of them
 */
import {ols} from "../../stats/regression/ols.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {columnsOf, completeRows, yearsWithBoth} from "../../evidence/panel/departmentPanel.js";
import {fewestYears} from "../../evidence/panel/fewestYears.js";

export interface LeftOut {
  readonly kind: "unit" | "year";
  /** what is left out */
  readonly name: string;
  readonly estimate: number;
}

/** "School 2" before "School 10", wherever it is built */
const inOrder = new Intl.Collator("en", {numeric: true});

export function leaveOneOut(panel: DepartmentPanel): LeftOut[] {
  const rows = completeRows(panel);
  const without = (kind: LeftOut["kind"], name: string, keep: (row: number) => boolean): LeftOut[] => {
    const fitted = ifIdentified(() =>
      ols(panel.specification, columnsOf(panel, rows.filter(keep)), {...panel.order, about: panel.term})
    );
    const found = fitted?.terms.find(({term}) => term === panel.term);
    return found ? [{kind, name, estimate: found.estimate * panel.scale}] : [];
  };
  const units = new Map(rows.map((row) => [panel.units[row] ?? "", panel.names[row] ?? ""]));
  const years = yearsWithBoth(panel);
  return [
    ...[...units]
      .toSorted(([, a], [, b]) => inOrder.compare(a, b))
      .flatMap(([unit, name]) => without("unit", name, (row) => panel.units[row] !== unit)),
    ...(years.length < fewestYears
      ? []
      : years.flatMap((year) => without("year", String(year), (row) => panel.years[row] !== year)))
  ];
}
