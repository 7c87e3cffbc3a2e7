import {forest} from "../../../components/figures/forest.js";
import {measureNamed} from "../../../evidence/measure.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import type {FindingInput} from "../../findingPage.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {EngagementDerived} from "../derive.js";
import {perStep} from "../../perStep.js";
import {figures} from "../figures.js";

/** What those who did not answer could make of the planned estimate. */
export function silentFigure(input: FindingInput<EngagementDerived>): Mark {
  const {context, plan, derived, document} = input;
  if (!derived.silent) return htmlMark();
  const {bounds, scale} = derived.silent;
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
