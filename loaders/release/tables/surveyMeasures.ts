import {releaseRows} from "../../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {queryKept} from "../queryKept.js";
import type {ReleaseModule} from "../releaseModule.js";
import {surveyColumns} from "./surveyColumns.js";
import {unitsParameter} from "../unitsOf.js";
import type {Row} from "../../disclosure/columnRule.js";

/** Survey measures by release unit of departments and fiscal year, to the precision that the number of respondents allows. */
export const surveyMeasures: ReleaseModule<ReleasedTable> = {
  name: "survey_measures",
  needs: ["survey_items", "survey_responses", "departments"],
  reads: ["survey_invitations"],
  persons: {sources: ["survey"], period: "fiscal_year", weight: "respondents"},
  async make(context) {
    const rows = await queryKept<Row>(context, "tables/survey_measures", await unitsParameter(context));
    const {respondents: asked} = surveyColumns(rows, context.policy);
    const {respondents, mean} = surveyColumns(rows, context.policy, {within: "invited"});
    return releaseRows(
      rows,
      {
        department_id: {kind: "key"},
        name: {kind: "key"},
        division: {kind: "key"},
        fiscal_year: {kind: "key"},
        measure: {kind: "key"},
        negative_control: {kind: "key"},
        respondents,
        invited: asked,
        mean
      },
      {
        table: "survey_measures",
        key: ["department_id", "fiscal_year", "measure"],
        control: context.control,
        group: ({measure, fiscal_year, parts}) => ({
          of: `${measure} ${fiscal_year}`,
          parts: JSON.parse(String(parts)) as Record<string, number>
        })
      }
    );
  }
};
