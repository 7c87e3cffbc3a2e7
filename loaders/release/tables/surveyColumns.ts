import {greatestOf} from "../../../src/stats/description/greatestOf.js";
import {leastOf} from "../../../src/stats/description/leastOf.js";
import type {Policy} from "../../disclosure/policy.js";
import {toPrecision, toStep} from "../../disclosure/round.js";
import type {ColumnRule, Row} from "../../disclosure/columnRule.js";

/**
 * How respondents and the mean of their answers leave, whatever the answers are grouped by.
 *
 * @param options.within  column that holds how many were asked
 */
export function surveyColumns(
  rows: readonly Row[],
  policy: Policy,
  {within = null}: {readonly within?: string | null} = {}
): {readonly respondents: ColumnRule; readonly mean: ColumnRule} {
  const minimum = policy["survey.respondents"];
  const [low, high] = [
    leastOf(rows.map((row) => Number(row.minimum))),
    greatestOf(rows.map((row) => Number(row.maximum)))
  ];
  const steps = rows.map((row) => (Number(row.maximum) - Number(row.minimum)) / 4);
  const unit = greatestOf(steps, 1);
  return {
    respondents: {
      kind: "count",
      unit: "respondents",
      persons: "respondents",
      within,
      minimum,
      statistic: "count",
      range: [0, Infinity],
      grain: 1,
      round: toStep(policy["count.step"])
    },
    mean: {
      kind: "survey",
      unit: "respondents",
      persons: "respondents",
      within,
      minimum,
      statistic: "mean",
      range: [low, high],
      grain: 1,
      round: toPrecision(policy["survey.precision"], {unit})
    }
  };
}
