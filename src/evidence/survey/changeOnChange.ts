/**
 * Change on change: by how much a unit's answers moved, for how much its participation did.
 *
 * Model      D y = a + b D x, D from the mean of the first years to that of the last; or from each year to the next, with
 *            a step of its own for every year
 */
import type {SurveyCells} from "./surveyCells.js";

export interface UnitChange {
  readonly unit: string;
  readonly name: string;
  /** the year to which it changed; the last of all for the long change */
  readonly year: number;
  readonly exposure: number;
  readonly answers: number;
}

export interface LongChange {
  readonly first: readonly [number, number];
  readonly last: readonly [number, number];
  readonly changes: readonly UnitChange[];
}

const mostYears = 3;

/** From the first years to the last, at most three of each; a unit without both is left out. */
export function longChange(cells: SurveyCells, values: readonly number[]): LongChange | null {
  const years = [...new Set(shownPlaces(cells, values).map((i) => yearAt(cells, i)))].toSorted((a, b) => a - b);
  const taken = Math.min(mostYears, Math.floor(years.length / 2));
  if (taken === 0) return null;
  const [first, last] = [years.slice(0, taken), years.slice(-taken)];
  const changes = unitsOf(cells, values).flatMap((places) => {
    const mean = (column: readonly number[], of: readonly number[]): number => {
      const found = places.filter((i) => of.includes(yearAt(cells, i)));
      return found.reduce((sum, i) => sum + (column[i] ?? NaN), 0) / found.length;
    };
    const [exposure, answers] = [cells.exposure, values].map((column) => mean(column, last) - mean(column, first));
    return exposure === undefined || answers === undefined || Number.isNaN(exposure + answers)
      ? []
      : [{...named(cells, places[0] ?? 0), year: last.at(-1) ?? 0, exposure, answers}];
  });
  return {first: ends(first), last: ends(last), changes};
}

/** From each year to the next. */
export function yearlyChange(cells: SurveyCells, values: readonly number[]): UnitChange[] {
  return unitsOf(cells, values).flatMap((places) => {
    const at = new Map(places.map((i) => [yearAt(cells, i), i]));
    return [...at].flatMap(([year, i]) => {
      const before = at.get(year - 1);
      if (before === undefined) return [];
      const step = (column: readonly number[]): number => (column[i] ?? NaN) - (column[before] ?? NaN);
      return [{...named(cells, i), year, exposure: step(cells.exposure), answers: step(values)}];
    });
  });
}

function shownPlaces({exposure}: SurveyCells, values: readonly number[]): number[] {
  return values.flatMap((value, i) => (Number.isNaN(value + (exposure[i] ?? NaN)) ? [] : [i]));
}

/** Places of each unit in which both are shown. */
function unitsOf(cells: SurveyCells, values: readonly number[]): number[][] {
  const units = new Map<string, number[]>();
  for (const i of shownPlaces(cells, values)) {
    const unit = cells.keys.department_id[i] ?? "";
    units.set(unit, [...(units.get(unit) ?? []), i]);
  }
  return [...units.values()];
}

function yearAt({keys}: SurveyCells, i: number): number {
  return Number(keys.fiscal_year[i]);
}

function named({keys, names}: SurveyCells, i: number): {unit: string; name: string} {
  return {unit: keys.department_id[i] ?? "", name: names[i] ?? ""};
}

function ends(years: readonly number[]): readonly [number, number] {
  return [years[0] ?? 0, years.at(-1) ?? 0];
}
