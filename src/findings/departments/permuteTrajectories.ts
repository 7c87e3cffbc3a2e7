/**
 * What chance alone gives: units of one line of business change places with their whole course of exposure.
 *
 * Model      which unit of a line had which course tells nothing of the outcome, once unit and year are taken out of both
 * Statistic  partial r of exposure, so many years before, and outcome; taking out commutes with the exchange of units that
 *            have the same years, so that it is done once
 * P          (b + 1) / (m + 1) of m drawn exchanges with |r| at least as great
 * Source     Fisher (1935), within strata: the line, and the years that a unit has
 */
import {isLeft} from "../../stats/linalg/isLeft.js";
import {random} from "../../stats/random.js";
import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {shifted} from "../../evidence/panel/shifted.js";
import {takeOutUnitAndYear} from "./takeOutUnitAndYear.js";

export interface Permuted {
  readonly lag: number;
  readonly r: number;
  readonly p: number;
  /** between which 95 % of the exchanges fall */
  readonly low: number;
  readonly high: number;
  readonly draws: number;
  readonly seed: number;
}

/** Null where no two units of a line have the same years, nothing is left to correlate, or the plan has more terms. */
export function permuteTrajectories(
  panel: DepartmentPanel,
  {lag = 0, draws = 1999, seed = 1}: {readonly lag?: number; readonly draws?: number; readonly seed?: number} = {}
): Permuted | null {
  if (panel.right !== panel.term) return null;
  const earlier = shifted(panel, lag);
  const rows = earlier.flatMap((x, row) => (Number.isFinite(x + (panel.y[row] ?? NaN)) ? [row] : []));
  const strata = [...coursesByStratum(panel, rows).values()].filter((group) => group.length > 1);
  if (strata.length === 0) return null;
  const takeOut = takeOutUnitAndYear(panel, rows);
  const [x, y] = [takeOut(earlier), takeOut(panel.y)];
  const size = Math.sqrt(dot(x, x) * dot(y, y));
  const of = (values: readonly number[]): Float64Array => Float64Array.from(rows, (row) => values[row] ?? NaN);
  if (!isLeft(x, of(earlier)) || !isLeft(y, of(panel.y))) return null;
  const observed = dot(x, y) / size;
  const {below} = random(seed).stream(`exchange ${lag}`);
  const taken = Float64Array.from(x);
  const seen = Float64Array.from({length: draws}, () => {
    for (const group of strata) {
      const order = group.map((_, place) => place);
      for (let k = order.length - 1; k > 0; k--) {
        const other = below(k + 1);
        [order[k], order[other]] = [order[other] ?? 0, order[k] ?? 0];
      }
      group.forEach((at, place) => {
        const from = group[order[place] ?? 0] ?? at;
        at.forEach((row, year) => (taken[row] = x[from[year] ?? 0] ?? 0));
      });
    }
    return dot(taken, y) / size;
  });
  const beyond = seen.reduce((count, r) => count + Number(Math.abs(r) >= Math.abs(observed) - 1e-12), 0);
  const sorted = seen.toSorted();
  const quantile = (share: number): number => sorted[Math.round(share * (draws - 1))] ?? NaN;
  return {
    lag,
    r: observed,
    p: (beyond + 1) / (draws + 1),
    low: quantile(0.025),
    high: quantile(0.975),
    draws,
    seed
  };
}

/** Each unit's places among the rows in the order of its years, units together that have the same line and years. */
function coursesByStratum({units, years, lines}: DepartmentPanel, rows: readonly number[]): Map<string, number[][]> {
  const courses = new Map<string, number[]>();
  rows.forEach((row, place) => courses.set(units[row] ?? "", [...(courses.get(units[row] ?? "") ?? []), place]));
  const strata = new Map<string, number[][]>();
  for (const course of courses.values()) {
    const at = (place: number): number => years[rows[place] ?? 0] ?? 0;
    const ordered = course.toSorted((a, b) => at(a) - at(b));
    const name = `${lines[rows[course[0] ?? 0] ?? 0]} ${ordered.map(at).join(" ")}`;
    strata.set(name, [...(strata.get(name) ?? []), ordered]);
  }
  return strata;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
