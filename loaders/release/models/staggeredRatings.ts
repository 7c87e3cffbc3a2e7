import {leastOf} from "../../../src/stats/description/leastOf.js";
import type {Estimate, Term} from "../../../src/stats/estimate.js";
import {releaseDerived, releaseNothing} from "../../disclosure/releaseDerived.js";
import {releaseEstimate} from "../../disclosure/releaseEstimate.js";
import {cohortEffects, personsAt, spanOf} from "./cohortEffects.js";
import {ifIdentified} from "../../../src/evidence/ifIdentified.js";
import {queryOnce} from "../query.js";
import {remember} from "../remember.js";
import {tablesRead} from "../tablesRead.js";
import type {RatingRow} from "./ratingRow.js";
import {spreadFor} from "./spreadFor.js";
import type {ReleaseModule} from "../releaseModule.js";

export interface StaggeredRatings {
  /** term "all", the mean over cohorts and years after the start; then one term a year from the start, "-2", "0", "3" */
  readonly effects: Estimate;
  /** of the band that holds for all years at once */
  readonly critical: number | null;
  /** of the test that nothing moved before the start, each to two digits */
  readonly pretrend: {
    readonly p: number;
    readonly df: number;
    /** drift apart, sd a year, that it would find in four of five such studies */
    readonly detectable: number;
    /** years, on average, from the year that is compared with to those after the start */
    readonly span: number;
  } | null;
}

/**
 * Ratings after the start against those of managers who had not started, by cohort and year, on exact rows. The outcome
 * comes after the exposure: the first year that counts is the one after the first session. Comparison is with the second
 * year before the first session, since the year before it is the one on which people choose and are chosen.
 */
export const staggeredRatings: ReleaseModule<StaggeredRatings | null> = {
  name: "staggered_ratings",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions"],
  persons: {sources: ["appraisals", "activity"]},
  async make(context) {
    const question = "models/manager_ratings";
    const rows = await queryOnce<RatingRow>(context, question);
    const bands = !context.estimatesOnly;
    const fitted = await remember(
      context,
      "staggered_ratings",
      {tables: await tablesRead(context, question), bands},
      () => ifIdentified(() => cohortEffects(rows, {bands}))
    );
    if (!fitted) return releaseNothing();
    const least = context.policy["appraisal.persons"] ?? 0;
    const behind = (since: string): number => personsAt(fitted.fit, rows, Number(since));
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
    const fewest = leastOf(
      supported.map(({term}) => behind(term)),
      started
    );
    const effects = releaseEstimate({...fitted, terms: [all, ...supported]}, fewest, context.policy, {
      spread: spreadFor(rows.map(({z}) => z)),
      behind: (term) => (term === all.term ? started : behind(term))
    });
    const {pretrend, critical_dynamic: critical} = fitted.fit;
    return releaseDerived(
      {
        effects: effects.value,
        critical: critical === null ? null : rounded(critical),
        pretrend: pretrend && {
          p: rounded(pretrend.p),
          df: pretrend.df,
          detectable: rounded(pretrend.detectable),
          span: rounded(spanOf(fitted.fit))
        }
      },
      effects
    );
  }
};

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
