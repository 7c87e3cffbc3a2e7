import type {ReleasedTable} from "../../../src/released/table.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {queryKept} from "../queryKept.js";
import type {ReleaseModule} from "../releaseModule.js";
import {shownAnswers} from "../models/shownAnswers.js";
import {surveyColumns} from "./surveyColumns.js";
import type {Row} from "../../disclosure/columnRule.js";

/** Survey measures of managers and of others, by fiscal year and line of business: never by department. */
export const surveyGroups: ReleaseModule<ReleasedTable> = {
  name: "survey_groups",
  needs: ["survey_items", "survey_responses", "departments"],
  persons: {sources: ["survey"], period: "fiscal_year"},
  async make(context) {
    const rows = await queryKept<Row>(context, "tables/survey_groups", await shownAnswers(context));
    const {respondents, mean} = surveyColumns(rows, context.policy);
    return releaseRows(
      rows,
      {
        fiscal_year: {kind: "key"},
        division: {kind: "key"},
        respondent_group: {kind: "key"},
        measure: {kind: "key"},
        negative_control: {kind: "key"},
        respondents,
        mean
      },
      {
        table: "survey_groups",
        key: ["fiscal_year", "division", "respondent_group", "measure"],
        control: context.control
      }
    );
  }
};
