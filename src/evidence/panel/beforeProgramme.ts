/**
 * Did units that later took part more stand elsewhere, or move otherwise, before the programme?
 *
 * Model      a unit's mean outcome over the years before, or its change from the first of them to the last, on its mean
 *            exposure in the programme's years (whether it ever had it, where it is yes or no); HC3
 * Estimand   difference in the printed unit for a step of later exposure
 */
import {greatestOf} from "../../stats/description/greatestOf.js";
import {ols} from "../../stats/regression/ols.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import type {DepartmentPanel} from "./departmentPanel.js";
import {ifIdentified} from "../ifIdentified.js";
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
  const cells = panel.units.map((unit, row) => ({
    unit,
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
  const at = (of: (typeof outcomes)[number], year: number | undefined): number =>
    of.find((cell) => cell.year === year)?.y ?? NaN;
  const fit = (before: readonly number[], label: string): Evidence | null => {
    return ifIdentified(() => {
      const fitted = ols("before ~ later", {before, later}, {vcov: "HC3"});
      return evidenceFrom(fitted, {label, term: "later", unit: panel.unit, rows: many, scale: panel.step});
    });
  };
  return {
    years,
    level: fit(
      outcomes.map((of) => mean(of.map(({y}) => y))),
      say("Level before the programme, by later exposure")
    ),
    change:
      years.length < 2
        ? null
        : fit(
            outcomes.map((of) => at(of, years.at(-1)) - at(of, years[0])),
            say("Change before the programme, by later exposure")
          )
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
