import {ifIdentified} from "../../../src/evidence/ifIdentified.js";
import {pearson} from "../../../src/stats/association/pearson.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {toStep} from "../../disclosure/round.js";
import {query, queryOnce} from "../query.js";
import {personsIn, type RatingRow} from "../models/ratingRow.js";
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
    const ratings = await queryOnce<RatingRow>(context, "models/manager_ratings");
    const eve = rows.find((row) => row.years_from_start === -1);
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
    const complete = rows.map((row) => ({
      ...row,
      se: Number(row.sd) / Math.sqrt(Number(row.managers)),
      ...expectedFrom(row, {eve, ratings, fewest: policy["appraisal.persons"] ?? 0})
    }));
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
        expected: {...standing, persons: "behind"}
      },
      {table: "rating_years", key: ["years_from_start"], control: context.control}
    );
  }
};

interface Expecting {
  readonly eve: Row | undefined;
  readonly ratings: readonly RatingRow[];
  readonly fewest: number;
}

/**
 * Where regression to the mean alone would bring those who start, so many years after the year before it. Behind it stand
 * the row's managers; nobody, where too few are rated in that year before, or tell how far a rating lasts.
 */
function expectedFrom(row: Row, {eve, ratings, fewest}: Expecting): {expected: number | null; behind: number} {
  const after = Number(row.years_from_start) + 1;
  if (!eve || after < 0) return {expected: null, behind: 0};
  const {r, persons} = after === 0 ? {r: 1, persons: Infinity} : stability(ratings, after);
  const enough = Math.min(Number(eve.managers), persons) >= fewest;
  return {expected: r === null ? null : Number(eve.mean) * r, behind: enough ? Number(row.managers) : 0};
}

/** Correlation of the ratings of those who have not started with their own so many years later, and how many they are. */
function stability(rows: readonly RatingRow[], lag: number): {r: number | null; persons: number} {
  const waiting = rows.filter((row) => row.taken_part === 0);
  const known = new Map(waiting.map((row) => [`${row.manager_id} ${row.fiscal_year}`, row.z]));
  const pairs = waiting.flatMap((row) => {
    const earlier = known.get(`${row.manager_id} ${row.fiscal_year - lag}`);
    return earlier === undefined ? [] : [{manager_id: row.manager_id, earlier, z: row.z}];
  });
  const lasting = ifIdentified(() =>
    pearson(
      pairs.map(({earlier}) => earlier),
      pairs.map(({z}) => z)
    )
  );
  return {r: lasting?.terms[0]?.estimate ?? null, persons: personsIn(pairs)};
}
