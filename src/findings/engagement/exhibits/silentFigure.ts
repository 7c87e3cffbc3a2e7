import {forest} from "../../../components/figures/forest.js";
import {silentBounds} from "../../../evidence/survey/silentBounds.js";
import {measureNamed} from "../../../evidence/measure.js";
import {numbers} from "../../../released/table.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {greatestOf} from "../../../stats/description/greatestOf.js";
import {leastOf} from "../../../stats/description/leastOf.js";
import type {FindingInput} from "../../findingPage.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import {surveyInput} from "./surveyInput.js";
import {perStep} from "../../perStep.js";
import * as figures from "../figures.en.js";

/** What those who did not answer could make of the planned estimate. */
export function silentFigure(input: FindingInput): Mark {
  const {context, plan, tables, document} = input;
  const survey = surveyInput(input);
  const scales = (tables.get("survey_scales")?.rows ?? []).filter(({measure}) =>
    survey?.focus.includes(String(measure))
  );
  if (!survey || scales.length === 0) return htmlMark();
  const scale = [leastOf(numbers(scales, "minimum")), greatestOf(numbers(scales, "maximum"))] as const;
  const bounds = silentBounds(survey.cells, survey.answers, {plan, scale});
  if (!bounds) return htmlMark();
  const {label} = measureNamed(context.measures, plan.exposure.name);
  const {tipping, low, high, answered} = bounds;
  return exhibit(
    document,
    {
      text: figures.silent.text({answered, tipping, low, high}, scale, label)
    },
    forest(
      bounds.path,
      figureOptions(input, "engagement-silent", figures.silent.title(tipping), {
        subtitle: figures.silent.subtitle(label, perStep(input))
      })
    )
  );
}
