import {releaseRows} from "../disclosure/releaseRows.js";
import type {ColumnRule, Row} from "../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {toPrecision, toStep} from "../disclosure/round.js";
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
    const people: ColumnRule = {persons: "respondents", minimum, kind: "count", round: toStep(count)};
    const [low, high] = [
      Math.min(...rows.map((row) => Number(row.minimum))),
      Math.max(...rows.map((row) => Number(row.maximum)))
    ];
    const ranges = new Map(rows.map((row) => [row.measure, (Number(row.maximum) - Number(row.minimum)) / 4]));
    const unit = Math.max(...ranges.values(), 1);
    return releaseRows(
      rows,
      {
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
          range: [low, high],
          grain: 1,
          round: toPrecision(policy["survey.precision"], {unit})
        }
      },
      {
        table: "survey_measures",
        key: ["department_id", "fiscal_year", "measure"],
        hidden: context.hidden,
        group: ({measure, fiscal_year, parts}) => ({
          of: `${measure} ${fiscal_year}`,
          parts: JSON.parse(String(parts)) as Record<string, number>
        })
      }
    );
  }
};
