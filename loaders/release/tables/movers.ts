import type {ReleasedTable} from "../../../src/released/table.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {toStep} from "../../disclosure/round.js";
import type {Row} from "../../disclosure/columnRule.js";
import {query} from "../query.js";
import type {ReleaseModule} from "../releaseModule.js";

/** How many managers change department from one year to the next, by fiscal year; reorganisations move nobody. */
export const movers: ReleaseModule<ReleasedTable> = {
  name: "movers",
  needs: ["attendance", "sessions", "assignments", "departments"],
  persons: {sources: ["activity"], period: "fiscal_year"},
  async make(context) {
    const {policy} = context;
    const count = {
      kind: "count",
      unit: "managers",
      minimum: policy["activity.eligible"],
      statistic: "count",
      range: [0, Infinity],
      grain: 1,
      round: toStep(policy["count.step"])
    } as const;
    return releaseRows(
      await query<Row>(context, "tables/movers"),
      {
        fiscal_year: {kind: "key"},
        managers: {...count, persons: "managers", within: null},
        moved: {...count, persons: "moved", within: "managers"}
      },
      {table: "movers", key: ["fiscal_year"], control: context.control}
    );
  }
};
