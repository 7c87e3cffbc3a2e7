import {forest} from "../../../components/figures/forest.js";
import {silentBounds} from "../../../evidence/survey/silentBounds.js";
import {decimal, interval, signed} from "../../../evidence/format.js";
import {measureNamed} from "../../../evidence/measure.js";
import {numbers} from "../../../released/table.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import type {FindingInput} from "../../findingPage.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import {surveyInput} from "./surveyInput.js";

/** What those who did not answer could make of the planned estimate. */
export function silentFigure(input: FindingInput): Mark {
  const {context, plan, tables, document} = input;
  const survey = surveyInput(input);
  const scales = (tables.get("survey_scales")?.rows ?? []).filter(({measure}) =>
    survey?.focus.includes(String(measure))
  );
  if (!survey || scales.length === 0) return htmlMark();
  const scale = [Math.min(...numbers(scales, "minimum")), Math.max(...numbers(scales, "maximum"))] as const;
  const bounds = silentBounds(survey.cells, survey.answers, {plan, scale});
  if (!bounds) return htmlMark();
  const {label} = measureNamed(context.measures, plan.exposure.name);
  const {tipping, low, high, answered} = bounds;
  const asked =
    tipping === null
      ? "No difference of the silent could take the estimate to nought."
      : `For nothing to be left of ${signed(answered, 2)} points, the silent would have to stand ${decimal(Math.abs(tipping), 1)} points ` +
        `further ${tipping > 0 ? "below" : "above"} those who answered where ${label} is full than where there is none.`;
  return exhibit(
    document,
    {
      text:
        `${asked} Whatever the silent would have said, from ${scale[0]} to ${scale[1]}, the estimate would lie between ` +
        `${interval(low, high, 1)} points: answers alone can't rule that out.`
    },
    forest(
      bounds.path,
      figureOptions(
        input,
        "engagement-silent",
        tipping === null
          ? "The silent leave the estimate where it is"
          : `The estimate is nought where the silent stand ${decimal(Math.abs(tipping), 1)} points ${tipping > 0 ? "lower" : "higher"}`,
        {subtitle: `The planned difference, were the silent of a ${context.unit.one} with full ${label} so much lower`}
      )
    )
  );
}
