import {surveyItems} from "../catalogue.js";
import type {SimulatedRow} from "../simulate.js";
import {type Extract, field} from "./extract.js";

const keys = ["year", "respondent", "department", "staff"];

export const answers: Extract = {
  name: "survey_answers",
  path: "survey/answers.csv",
  title: "Survey: one row a respondent, items side by side",
  encoding: "utf-8",
  delimiter: ",",
  header: [
    [
      "About you",
      "",
      "",
      "",
      ...surveyItems.map(({measure}, i) => (surveyItems[i - 1]?.measure === measure ? "" : measure))
    ],
    ["Fiscal year", "Respondent", "Department", "You are", ...surveyItems.map(({wording}) => wording)],
    [...keys, ...surveyItems.map(({id}) => id)]
  ],
  dialect: {headerRows: [3]},
  fields: [
    field("year", "integer"),
    field("respondent"),
    field("department"),
    field("staff", "string", {constraints: {required: true, enum: ["manager", "other"]}}),
    ...surveyItems.map(({id}) => field(id, "integer", {constraints: {minimum: 1, maximum: 5}}))
  ],
  primaryKey: ["year", "respondent"],
  missingValues: ["", "99"],
  *rows({survey = []}) {
    for (const row of survey) {
      const {fiscal_year: year, respondent_id: id, department_id: department, respondent_group: group} = row;
      yield [year, id, department, group, ...surveyItems.map((item) => answerOf(row, item.id))];
    }
  }
};

/** 99: the respondent passed over the item; empty: it was not asked in that year */
function answerOf(row: SimulatedRow, item: string): SimulatedRow[string] {
  return Object.hasOwn(row, item) ? (row[item] ?? 99) : null;
}
