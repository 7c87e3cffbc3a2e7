import {forest} from "../../../components/figures/forest.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import {htmlMark, type Mark} from "../../../components/parts/mark.js";
import {exposureNoun} from "../../../evidence/exposureNoun.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {clearSide} from "../../../evidence/clearSide.js";
import type {Evidence} from "../../../evidence/finding.js";
import type {FindingInput} from "../../findingPage.js";
import {perStep} from "../../perStep.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";

/** The main comparison by the exposure of the same year and of the year before; shown, and no check reads it. */
export function timingPanel(panel: DepartmentPanel, input: FindingInput<DepartmentsDerived>): Mark {
  const {timing} = input.derived;
  const [same, before] = timing;
  if (!same || !before) return htmlMark(null);
  const exposure = exposureNoun(input.plan, input.context);
  return exhibit(
    input.document,
    {text: figures.timing.text(exposure)},
    forest(
      timing,
      figureOptions(input, "departments-timing", figures.timing.title(clearOf(same, before), exposure), {
        subtitle: figures.timing.subtitle(panel.unit, perStep(input))
      })
    )
  );
}

function clearOf(same: Evidence, before: Evidence): Parameters<typeof figures.timing.title>[0] {
  const [now, then] = [clearSide(same), clearSide(before)];
  if (now !== 0 && then !== 0) return now === then ? "both" : "opposite";
  return now !== 0 ? "same" : then !== 0 ? "before" : "neither";
}
