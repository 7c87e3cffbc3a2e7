import {releaseRows} from "../disclosure/releaseRows.js";
import type {ColumnRule, Row} from "../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {toStep} from "../disclosure/round.js";
import {query} from "./query.js";
import type {ReleaseModule} from "./releaseModule.js";

/** Performance ratings by years from the first session: mean standing among the year's ratings, with its standard error. */
export const ratingYears: ReleaseModule<ReleasedTable> = {
  name: "rating_years",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions"],
  async make(context) {
    const {policy} = context;
    const rows = await query<Row>(context, "rating_years_from_start");
    const count = policy["count.step"];
    const step = policy["appraisal.step"];
    const behind: ColumnRule = {persons: "managers", minimum: policy["appraisal.persons"]};
    const withError = rows.map((row) => ({...row, se: Number(row.sd) / Math.sqrt(Number(row.managers))}));
    return releaseRows(
      withError,
      {
        years_from_start: {},
        managers: {...behind, kind: "count", round: toStep(count)},
        mean: {...behind, range: [-3, 3], round: toStep(step)},
        se: {...behind, kind: "se", round: toStep(step === null ? null : step / 2)}
      },
      {table: "rating_years", key: ["years_from_start"], hidden: context.hidden}
    );
  }
};
