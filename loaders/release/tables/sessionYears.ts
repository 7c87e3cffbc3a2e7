import {releaseRows} from "../../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {toPrecision, toStep} from "../../disclosure/round.js";
import {favourableFrom} from "../favourableFrom.js";
import {query} from "../query.js";
import type {ReleaseModule} from "../releaseModule.js";
import type {Row} from "../../disclosure/columnRule.js";

/** Ratings of the sessions by fiscal year and mindset: how many there are, and the share that is favourable. */
export const sessionYears: ReleaseModule<ReleasedTable> = {
  name: "session_years",
  needs: ["session_ratings", "sessions", "modules", "rating_scales"],
  persons: {sources: ["ratings"], period: "fiscal_year"},
  async make(context) {
    const {policy} = context;
    const rows = await query<Row>(context, "tables/session_years", {favourable: favourableFrom});
    const behind = {
      unit: "ratings",
      persons: "raters",
      minimum: policy["rating.persons"],
      within: null,
      grain: 1
    } as const;
    return releaseRows(
      rows,
      {
        fiscal_year: {kind: "key"},
        mindset: {kind: "key"},
        ratings: {
          ...behind,
          kind: "count",
          statistic: "count",
          range: [0, Infinity],
          round: toStep(policy["count.step"])
        },
        favourable: {
          ...behind,
          kind: "rating",
          statistic: "mean",
          range: [0, 1],
          round: toPrecision(policy["rating.precision"])
        }
      },
      {table: "session_years", key: ["fiscal_year", "mindset"], control: context.control}
    );
  }
};
