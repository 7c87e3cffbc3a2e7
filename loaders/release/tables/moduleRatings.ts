import {greatestOf} from "../../../src/stats/description/greatestOf.js";
import {leastOf} from "../../../src/stats/description/leastOf.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {toPrecision, toStep} from "../../disclosure/round.js";
import {favourableFrom} from "../favourableFrom.js";
import {query} from "../query.js";
import type {ReleaseModule} from "../releaseModule.js";
import type {Row} from "../../disclosure/columnRule.js";

/** Modules over all years: number of ratings, mean and favourable share. */
export const moduleRatings: ReleaseModule<ReleasedTable> = {
  name: "module_ratings",
  needs: ["session_ratings", "sessions", "modules", "rating_scales"],
  persons: {sources: ["ratings"]},
  async make(context) {
    const rows = await query<Row>(context, "tables/module_ratings", {favourable: favourableFrom});
    const {policy} = context;
    const count = policy["count.step"];
    const behind = {kind: "rating", unit: "ratings", persons: "raters", minimum: policy["rating.persons"]} as const;
    const precision = policy["rating.precision"];
    const [low, high] = [
      leastOf(rows.map((row) => Number(row.minimum))),
      greatestOf(rows.map((row) => Number(row.maximum)))
    ];
    return releaseRows(
      rows,
      {
        module_id: {kind: "key"},
        title: {kind: "key"},
        mindset: {kind: "key"},
        minimum: {kind: "scale", unit: "points"},
        maximum: {kind: "scale", unit: "points"},
        ratings: {
          ...behind,
          kind: "count",
          statistic: "count",
          within: null,
          range: [0, Infinity],
          grain: 1,
          round: toStep(count)
        },
        mean: {
          ...behind,
          statistic: "mean",
          within: null,
          range: [low, high],
          grain: 1,
          round: toPrecision(precision)
        },
        favourable: {
          ...behind,
          statistic: "mean",
          within: null,
          range: [0, 1],
          grain: 1,
          round: toPrecision(precision)
        }
      },
      {table: "module_ratings", key: ["module_id"], control: context.control}
    );
  }
};
