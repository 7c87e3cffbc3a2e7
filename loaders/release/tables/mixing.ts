import {releaseRows} from "../../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {toPrecision, toStep} from "../../disclosure/round.js";
import {beforeProgramme} from "../beforeProgramme.js";
import {query} from "../query.js";
import type {ReleaseModule} from "../releaseModule.js";
import type {Row} from "../../disclosure/columnRule.js";

/** Co-attendees in a session, about: one more from another line is the smallest step of a manager's share. */
const companions = 10;

/** Whom managers met: by fiscal year and line of business, the share of their co-attendees who sit in another line. */
export const mixing: ReleaseModule<ReleasedTable> = {
  name: "mixing",
  needs: ["attendance", "sessions", "assignments", "departments"],
  persons: {sources: ["activity"], period: "fiscal_year"},
  async make(context) {
    const {policy} = context;
    const rows = await query<Row>(context, "tables/mixing");
    const count = policy["count.step"];
    const minimum = policy["activity.eligible"];
    const precision = policy["activity.precision"];
    const attendees = (year: unknown): number =>
      rows.reduce((sum, row) => sum + (row.fiscal_year === year ? Number(row.managers) : 0), 0);
    const counted = rows.map((row) => ({...row, attendees: attendees(row.fiscal_year)}));
    const totals = policy["activity.participants"];
    const zeroWhere = beforeProgramme(context.study);
    const share = {
      kind: "activity",
      unit: "managers",
      minimum,
      statistic: "mean",
      within: null,
      range: [0, 1],
      totals,
      zeroWhere
    } as const;
    return releaseRows(
      counted,
      {
        fiscal_year: {kind: "key"},
        division: {kind: "key"},
        managers: {
          kind: "count",
          unit: "managers",
          persons: "managers",
          minimum,
          statistic: "count",
          within: null,
          range: [0, Infinity],
          grain: 1,
          round: toStep(count)
        },
        other_line: {
          ...share,
          persons: "managers",
          grain: 1 / companions,
          round: toPrecision(precision, {unit: 1 / companions, least: 0.01})
        },
        by_chance: {
          ...share,
          persons: "attendees",
          grain: 1,
          round: toPrecision(precision)
        }
      },
      {table: "mixing", key: ["fiscal_year", "division"], control: context.control}
    );
  }
};
