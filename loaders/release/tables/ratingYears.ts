import {pearson} from "../../../src/stats/association/pearson.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {toStep} from "../../disclosure/round.js";
import {query} from "../query.js";
import type {RatingRow} from "../models/ratingRow.js";
import type {ReleaseModule} from "../releaseModule.js";
import type {Row} from "../../disclosure/columnRule.js";

/**
 * Performance ratings by years from the first session: mean standing among the year's ratings, with its standard error; and
 * where regression to the mean alone would bring those who stood as they did in the year before it.
 */
export const ratingYears: ReleaseModule<ReleasedTable> = {
  name: "rating_years",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions"],
  persons: {sources: ["appraisals", "activity"]},
  async make(context) {
    const {policy} = context;
    const rows = await query<Row>(context, "tables/rating_years");
    const ratings = await query<RatingRow>(context, "models/manager_ratings");
    const eve = Number(rows.find((row) => row.years_from_start === -1)?.mean ?? NaN);
    const count = policy["count.step"];
    const step = policy["appraisal.step"];
    const behind = {
      kind: "appraisal",
      unit: "managers",
      persons: "managers",
      minimum: policy["appraisal.persons"]
    } as const;
    const standing = {
      ...behind,
      statistic: "mean",
      within: null,
      range: [-3, 3],
      grain: 0,
      round: toStep(step)
    } as const;
    const complete = rows.map((row) => {
      const after = Number(row.years_from_start) + 1;
      const expected = after < 0 ? NaN : eve * stability(ratings, after);
      return {
        ...row,
        se: Number(row.sd) / Math.sqrt(Number(row.managers)),
        expected: Number.isNaN(expected) ? null : expected
      };
    });
    return releaseRows(
      complete,
      {
        years_from_start: {kind: "key"},
        managers: {
          ...behind,
          kind: "count",
          within: "started",
          statistic: "count",
          range: [0, Infinity],
          grain: 1,
          round: toStep(count)
        },
        mean: standing,
        se: {
          ...behind,
          statistic: "se",
          within: null,
          range: [-Infinity, Infinity],
          grain: 0,
          round: toStep(step === null ? null : step / 2)
        },
        expected: standing
      },
      {table: "rating_years", key: ["years_from_start"], control: context.control}
    );
  }
};

/** Correlation of the ratings of those who have not started with their own so many years later. */
function stability(rows: readonly RatingRow[], lag: number): number {
  if (lag === 0) return 1;
  const waiting = rows.filter((row) => row.taken_part === 0);
  const known = new Map(waiting.map((row) => [`${row.manager_id} ${row.fiscal_year}`, row.z]));
  const pairs = waiting.flatMap((row) => {
    const earlier = known.get(`${row.manager_id} ${row.fiscal_year - lag}`);
    return earlier === undefined ? [] : [[earlier, row.z] as const];
  });
  if (pairs.length < 3) return NaN;
  const {terms} = pearson(
    pairs.map(([earlier]) => earlier),
    pairs.map(([, z]) => z)
  );
  return terms[0]?.estimate ?? NaN;
}
