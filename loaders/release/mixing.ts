import {releaseRows} from "../disclosure/releaseRows.js";
import type {ColumnRule, Row} from "../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {roundTo, toStep} from "../disclosure/round.js";
import {query} from "./query.js";
import type {ReleaseModule} from "./releaseModule.js";

/** Whom managers met: by fiscal year and line of business, the share of their co-attendees who sit in another line. */
export const mixing: ReleaseModule<ReleasedTable> = {
  name: "mixing",
  needs: ["attendance", "sessions", "assignments", "departments"],
  async make(context) {
    const {policy} = context;
    const rows = await query<Row>(context, "mixing");
    const count = policy["count.step"];
    const share: ColumnRule = {
      persons: "managers",
      minimum: policy["activity.eligible"],
      round: (value) => roundTo(value, 0.01)
    };
    return releaseRows(rows, {
      fiscal_year: {},
      division: {},
      managers: {...share, round: toStep(count)},
      other_line: share,
      by_chance: share
    });
  }
};
