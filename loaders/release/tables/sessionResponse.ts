import {releaseRows} from "../../disclosure/releaseRows.js";
import {toPrecision} from "../../disclosure/round.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {queryKept} from "../queryKept.js";
import type {ReleaseModule} from "../releaseModule.js";
import type {Row} from "../../disclosure/columnRule.js";

/** By place in the groups' year: the share of members who came, and of those who came the share who rated. */
export const sessionResponse: ReleaseModule<ReleasedTable> = {
  name: "session_response",
  needs: ["session_ratings", "sessions", "attendance"],
  persons: {sources: ["ratings"]},
  async make(context) {
    const {policy} = context;
    const counted = await queryKept<Row>(context, "tables/session_response");
    const rows = counted.map((row) => ({
      ...row,
      attending: Number(row.attended) / Number(row.members),
      rating: Number(row.rated) / Number(row.attended)
    }));
    const shown = {
      kind: "rating",
      unit: "managers",
      minimum: policy["rating.persons"],
      statistic: "mean",
      within: null,
      range: [0, 1],
      grain: 1,
      round: toPrecision(policy["rating.precision"], {least: 0.01})
    } as const;
    return releaseRows(
      rows,
      {position: {kind: "key"}, attending: {persons: "people", ...shown}, rating: {persons: "attendees", ...shown}},
      {table: "session_response", key: ["position"], control: context.control}
    );
  }
};
