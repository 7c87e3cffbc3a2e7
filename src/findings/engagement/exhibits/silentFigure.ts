import {forest} from "../../../components/figures/forest.js";
import {measureNamed} from "../../../evidence/measure.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import type {Evidence} from "../../../evidence/finding.js";
import type {FindingInput} from "../../findingPage.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {EngagementDerived} from "../derive.js";
import {perStep} from "../../perStep.js";
import {figures} from "../figures.js";

/** What those who did not answer could make of the planned estimate. */
export function silentFigure(input: FindingInput<EngagementDerived>): Mark {
  const {context, plan, derived, document, finding} = input;
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
      bounds.path.map((one) => asPublished(one, finding.primary)),
      figureOptions(input, "engagement-silent", figures.silent.title(tipping), {
        subtitle: figures.silent.subtitle(label, perStep(input))
      })
    )
  );
}

/** The planned estimate among the supposed ones has the interval that it has elsewhere; all have its rows. */
function asPublished(one: Evidence, primary: Evidence | null): Evidence {
  if (!primary) return one;
  const same = Math.abs(one.estimate - primary.estimate) < 1e-9 * Math.abs(primary.estimate);
  const {low, high, rows} = primary;
  return same ? {...one, low, high, rows} : {...one, rows};
}
