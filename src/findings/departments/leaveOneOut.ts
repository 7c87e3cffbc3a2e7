/**
 * The planned estimate without each unit, without each year, and without each of what else the plan compares within, in turn.
 *
 * Rows       released cells; one whose leaving out leaves nothing to compare has no estimate
 */
import {ols} from "../../stats/regression/ols.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {columnsOf, completeRows, timeColumn, unitColumn, yearsWithBoth} from "../../evidence/panel/departmentPanel.js";

export interface LeftOut {
  readonly kind: "unit" | "year" | "group";
  /** of a group the column that it is a value of */
  readonly column?: string;
  /** what is left out */
  readonly name: string;
  readonly estimate: number;
}

/** "School 2" before "School 10", wherever it is built */
const inOrder = new Intl.Collator("en", {numeric: true});

export function leaveOneOut(panel: DepartmentPanel): LeftOut[] {
  const rows = completeRows(panel);
  const without = (kind: LeftOut["kind"], name: string, keep: (row: number) => boolean, column?: string): LeftOut[] => {
    const fitted = ifIdentified(() =>
      ols(panel.specification, columnsOf(panel, rows.filter(keep)), {...panel.order, about: panel.term})
    );
    const found = fitted?.terms.find(({term}) => term === panel.term);
    return found
      ? [{kind, name, ...(column === undefined ? {} : {column}), estimate: found.estimate * panel.scale}]
      : [];
  };
  const units = new Map(rows.map((row) => [panel.units[row] ?? "", panel.names[row] ?? ""]));
  const years = yearsWithBoth(panel);
  const groups = panel.absorbed
    .filter((name) => name !== unitColumn && name !== timeColumn)
    .map((name) => ({name, values: panel.columns[name] ?? []}));
  return [
    ...[...units]
      .toSorted(([, a], [, b]) => inOrder.compare(a, b))
      .flatMap(([unit, name]) => without("unit", name, (row) => panel.units[row] !== unit)),
    ...(years.length < 2
      ? []
      : years.flatMap((year) => without("year", String(year), (row) => panel.years[row] !== year))),
    ...groups.flatMap(({name, values}) => {
      const held = [...new Set(rows.map((row) => String(values[row])))].toSorted(inOrder.compare);
      return held.flatMap((one) => without("group", one, (row) => String(values[row]) !== one, name));
    })
  ];
}

/** The columns whose values were left out each in turn. */
export const groupsLeftOut = (left: readonly LeftOut[]): string[] => [
  ...new Set(left.flatMap(({column}) => column ?? []))
];
