import type {GroupTimeFit} from "../../src/stats/did/groupTimeEffects.js";
import {groupTimeEffects} from "../../src/stats/did/groupTimeEffects.js";
import type {Estimate, Term} from "../../src/stats/estimate.js";
import {releaseDerived} from "../disclosure/releaseDescription.js";
import {releaseEstimate} from "../disclosure/releaseEstimate.js";
import {query} from "./query.js";
import type {ReleaseModule} from "./releaseModule.js";

export interface RatingRow {
  readonly manager_id: string;
  readonly fiscal_year: number;
  readonly z: number;
  readonly started_in: number | null;
  readonly taken_part: number;
}

export interface StaggeredRatings {
  /** term "all", the mean over cohorts and years after the start; then one term a year from the start, "-2", "0", "3" */
  readonly effects: Estimate;
  /** of the band that holds for all years at once */
  readonly critical: number | null;
  /** of the test that nothing moved before the start; to two digits */
  readonly pretrend: number | null;
}

/** Years before the first that counts of which choice and being chosen may have made something. */
const anticipation = 2;

const columns = {outcome: "z", unit: "manager_id", time: "fiscal_year", firstTreated: "first_after"};

/**
 * Ratings after the start against those of managers who had not started, by cohort and year, on exact rows. The outcome
 * comes after the exposure: the first year that counts is the one after the first session. Comparison is with the second
 * year before the first session, since the year before it is the one on which people choose and are chosen.
 */
export const staggeredRatings: ReleaseModule<StaggeredRatings | null> = {
  name: "staggered_ratings",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions"],
  async make(context) {
    const rows = await query<RatingRow>(context, "manager_ratings");
    const table = {
      z: rows.map((row) => row.z),
      manager_id: rows.map((row) => row.manager_id),
      fiscal_year: rows.map((row) => row.fiscal_year),
      first_after: rows.map((row) => (row.started_in === null ? 0 : row.started_in + 1))
    };
    const fitted = estimated(table);
    if (!fitted) return releaseDerived(null);
    const least = context.policy["appraisal.persons"] ?? 0;
    const behind = (since: string): number => {
      const cells = fitted.fit.cells.filter(({group, time}) => time - group === Number(since));
      const treated = cells.reduce((sum, cell) => sum + cell.treated, 0);
      return Math.min(treated, ...cells.map((cell) => comparedWith(rows, cell)));
    };
    const {simple, dynamic} = fitted.fit.aggregates;
    const all: Term = {
      term: "all",
      estimate: simple.att,
      se: simple.se,
      statistic: simple.att / simple.se,
      df: null,
      p: null,
      low: simple.low,
      high: simple.high
    };
    const supported = dynamic.terms.filter(
      ({term, se}) => se !== null && behind(term) >= least && Math.abs(Number(term)) <= 6
    );
    const started = new Set(rows.flatMap((row) => (row.started_in === null ? [] : [row.manager_id]))).size;
    const fewest = Math.min(started, ...supported.map(({term}) => behind(term)));
    const effects = releaseEstimate({...fitted, terms: [all, ...supported]}, fewest, context.policy);
    return releaseDerived(
      {
        effects: effects.value,
        critical: rounded(fitted.fit.critical_dynamic),
        pretrend: rounded(fitted.fit.pretrend?.p ?? null)
      },
      effects
    );
  }
};

/** Persons rated in a cell's year who had not started by then, nor within the years that are left out before a start. */
function comparedWith(
  rows: readonly RatingRow[],
  {group, time}: {readonly group: number; readonly time: number}
): number {
  const until = Math.max(time, group - 1 - anticipation) + anticipation;
  return rows.filter((row) => row.fiscal_year === time && (row.started_in === null || row.started_in + 1 > until))
    .length;
}

function estimated(table: Readonly<Record<string, (string | number)[]>>): Estimate<GroupTimeFit> | null {
  try {
    return groupTimeEffects(table, columns, {control: "not-yet", anticipation, unbalanced: "pairs"});
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith("not identified")) return null;
    throw error;
  }
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(2));
}
