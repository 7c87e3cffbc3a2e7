import {leastOf} from "../../../src/stats/description/leastOf.js";
import type {GroupTimeFit} from "../../../src/stats/did/groupTimeFit.js";
import {groupTimeEffects} from "../../../src/stats/did/groupTimeEffects.js";
import type {Estimate} from "../../../src/stats/estimate.js";
import type {RatingRow} from "./ratingRow.js";

/** years of the outcome before the first that counts which may not be compared with: the eve and the year of the start */
export const anticipation = 2;

/**
 * @param bands  whether the band that holds for all years at once is asked for: nothing but a figure reads it
 * @throws {RangeError} if cohorts can't be told apart
 */
export function cohortEffects(rows: readonly RatingRow[], {bands = true} = {}): Estimate<GroupTimeFit> {
  return groupTimeEffects(cohortTable(rows), cohortColumns, {
    control: "not-yet",
    base: "universal",
    anticipation,
    unbalanced: "pairs",
    ...(bands ? {} : {draws: 0})
  });
}

export const cohortColumns = {outcome: "z", unit: "manager_id", time: "fiscal_year", firstTreated: "first_after"};

export function cohortTable(rows: readonly RatingRow[]): Record<string, (string | number)[]> {
  return {
    z: rows.map((row) => row.z),
    manager_id: rows.map((row) => row.manager_id),
    fiscal_year: rows.map((row) => row.fiscal_year),
    first_after: rows.map((row) => (row.started_in === null ? 0 : row.started_in + 1))
  };
}

/** Managers behind the mean so many years from the start. */
export function treatedAt({cells}: GroupTimeFit, since: number): number {
  return cells.reduce((sum, {group, time, treated}) => sum + (time - group === since ? treated : 0), 0);
}

/** The fewer of those behind the mean so many years from the start, and of those that any of its cells is compared with. */
export function personsAt(fit: GroupTimeFit, rows: readonly RatingRow[], since: number): number {
  const cells = fit.cells.filter(({group, time}) => time - group === since);
  return leastOf(
    cells.map((cell) => comparedWith(rows, cell)),
    treatedAt(fit, since)
  );
}

/** Persons rated in a cell's year who had not started by then, nor within the years that are left out before a start. */
function comparedWith(
  rows: readonly RatingRow[],
  {group, time}: {readonly group: number; readonly time: number}
): number {
  const until = Math.max(time, group - 1 - anticipation) + anticipation;
  return rows.filter((row) => row.fiscal_year === time && (row.started_in === null || row.started_in + 1 > until))
    .length;
}

/** Years, on average, from the year that is compared with to those after the start. */
export function spanOf({cells}: GroupTimeFit): number {
  const after = cells.filter(({group, time}) => time >= group);
  const managers = after.reduce((sum, {treated}) => sum + treated, 0);
  return after.reduce((sum, {group, time, treated}) => sum + treated * (time - group + anticipation + 1), 0) / managers;
}
