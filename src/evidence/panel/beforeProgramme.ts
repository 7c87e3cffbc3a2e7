/**
 * Did units that later took part more stand elsewhere, or move otherwise, before the programme?
 *
 * Model      a unit's mean outcome over the years before, or its change from the first of them to the last, on its mean
 *            exposure in the programme's years (whether it ever had it, where it is yes or no), the plan's controls taken
 *            likewise beside it; HC3
 * Estimand   difference in the printed unit for a step of later exposure
 */
import {greatestOf} from "../../stats/description/greatestOf.js";
import {ols} from "../../stats/regression/ols.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import type {DepartmentPanel} from "./departmentPanel.js";
import {ifIdentified} from "../ifIdentified.js";
import {besideExposure, plannedControls} from "./plannedControls.js";
import {say} from "../../words/say.js";

export interface BeforeProgramme {
  readonly years: readonly number[];
  readonly level: Evidence | null;
  readonly change: Evidence | null;
}

/** Null where the study has no year before the programme. */
export function beforeProgramme(
  panel: DepartmentPanel,
  {programmeYears: [first, last], many}: {readonly programmeYears: readonly [number, number]; readonly many: string}
): BeforeProgramme | null {
  const controls = plannedControls(panel);
  const cells = panel.units.map((unit, row) => ({
    unit,
    row,
    year: panel.years[row] ?? NaN,
    x: panel.x[row] ?? NaN,
    y: panel.y[row] ?? NaN
  }));
  const known = cells.filter(({year, y}) => year < first && Number.isFinite(y));
  const years = [...new Set(known.map(({year}) => year))].toSorted((a, b) => a - b);
  if (years.length === 0) return null;
  const units = [...new Set(cells.map(({unit}) => unit))];
  const later = units.map((unit) => {
    const values = cells
      .filter((cell) => cell.unit === unit && cell.year >= first && cell.year <= last && Number.isFinite(cell.x))
      .map(({x}) => x);
    return panel.exposure.unit === "0 or 1" && values.length > 0 ? greatestOf(values) : mean(values);
  });
  const outcomes = units.map((unit) => known.filter((cell) => cell.unit === unit));
  type Own = (typeof outcomes)[number];
  type Value = (cell: Own[number]) => number;
  const level = (of: Own, value: Value): number => mean(of.map(value));
  const change = (of: Own, value: Value): number => {
    const at = (year: number | undefined): number => {
      const cell = of.find((one) => one.year === year);
      return cell ? value(cell) : NaN;
    };
    return at(years.at(-1)) - at(years[0]);
  };
  const fit = (taken: (of: Own, value: Value) => number, label: string): Evidence | null => {
    const beside = besideExposure(
      controls.map((control) => ({
        ...control,
        values: outcomes.map((of) => taken(of, ({row}) => control.values[row] ?? NaN))
      }))
    );
    const before = outcomes.map((of) => taken(of, ({y}) => y));
    return ifIdentified(() => {
      const table = {before, later, ...beside.columns};
      const fitted = ols(`before ~ later${beside.right}`, table, {vcov: "HC3", about: "later"});
      return evidenceFrom(fitted, {label, term: "later", unit: panel.unit, rows: many, scale: panel.step});
    });
  };
  return {
    years,
    level: fit(level, say("Level before the programme, by later exposure")),
    change: years.length < 2 ? null : fit(change, say("Change before the programme, by later exposure"))
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
