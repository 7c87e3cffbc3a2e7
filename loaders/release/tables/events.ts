import type {ReleasedTable} from "../../../src/released/table.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {query} from "../query.js";
import type {ReleaseModule} from "../releaseModule.js";
import type {Row} from "../../disclosure/columnRule.js";

/** What happened when, as the study tells it: of the organisation, not of persons. */
export const events: ReleaseModule<ReleasedTable> = {
  name: "events",
  needs: ["events"],
  async make(context) {
    const rows = await query<Row>(context, "tables/events");
    const word = {kind: "key"} as const;
    const columns = {occurred_on: word, fiscal_year: word, label: word, kind: word};
    return releaseRows(rows, columns, {table: "events", key: ["occurred_on", "fiscal_year", "label"]});
  }
};
