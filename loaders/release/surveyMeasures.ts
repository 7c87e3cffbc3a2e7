import {releaseRows} from "../disclosure/releaseRows.js";
import type {ColumnRule, Row} from "../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {meanStep, roundTo, toStep} from "../disclosure/round.js";
import {query} from "./query.js";
import type {ReleaseModule} from "./releaseModule.js";
import {unitsParameter} from "./unitsOf.js";

/** Survey measures by release unit of departments and fiscal year, to the precision that the number of respondents allows. */
export const surveyMeasures: ReleaseModule<ReleasedTable> = {
  name: "survey_measures",
  needs: ["survey_items", "survey_responses", "departments"],
  async make(context) {
    const {policy} = context;
    const rows = await query<Row>(context, "survey_measures", await unitsParameter(context));
    const count = policy["count.step"];
    const minimum = policy["survey.respondents"];
    const people: ColumnRule = {persons: "respondents", minimum, round: toStep(count)};
    const ranges = new Map(rows.map((row) => [row.measure, (Number(row.maximum) - Number(row.minimum)) / 4]));
    const unit = Math.max(...ranges.values(), 1);
    return releaseRows(rows, {
      department_id: {},
      name: {},
      division: {},
      fiscal_year: {},
      measure: {},
      negative_control: {},
      respondents: people,
      invited: people,
      mean: {
        persons: "respondents",
        minimum,
        round: minimum === null ? null : (value, n) => roundTo(value, meanStep(n) * unit)
      }
    });
  }
};
