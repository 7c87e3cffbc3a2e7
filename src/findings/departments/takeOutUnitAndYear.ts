import {demeaner} from "../../stats/regression/demeaner.js";
import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";

/** What is left of a column of some rows once their units' and years' means are taken out. */
export function takeOutUnitAndYear(
  {units, years}: DepartmentPanel,
  rows: readonly number[]
): (column: readonly number[]) => Float64Array {
  const coded = (name: string, labels: readonly (string | number | undefined)[]): Parameters<typeof demeaner>[0][0] => {
    const levels = [...new Set(labels)];
    const places = new Map(levels.map((label, code) => [label, code]));
    return {name, levels: levels.length, codes: Int32Array.from(labels, (label) => places.get(label) ?? 0)};
  };
  const takeOut = demeaner([
    coded(
      "unit",
      rows.map((row) => units[row])
    ),
    coded(
      "year",
      rows.map((row) => years[row])
    )
  ]);
  return (column) => takeOut(Float64Array.from(rows, (row) => column[row] ?? NaN));
}
