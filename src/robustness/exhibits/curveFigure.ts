import {specificationCurve} from "../../components/figures/specificationCurve.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {capital, count, percent} from "../../evidence/format.js";
import {exposurePhrases} from "../../words/exposure.js";
import {leaning} from "../../evidence/robustness/answer.js";
import type {Specifications} from "../../evidence/robustness/specifications.js";
import type {RobustnessInput} from "../robustnessInput.js";
import {namedChoices} from "./choiceName.js";

/** Every analysis within units, and what was chosen in it. */
export function curveFigure({within, choices}: Specifications, input: RobustnessInput): Element {
  const {share, sign} = leaning(within);
  const {asRose} = exposurePhrases(input.robustness.exposure, input.context);
  const title = `${percent(share)} of ${count(within.points.length)} analyses found a ${sign === "positive" ? "higher" : "lower"} outcome ${asRose}`;
  return specificationCurve(
    within.points.map((point) => namedChoices(point, choices, input.context)),
    {
      estimate: {name: "estimate", label: "Standardised estimate", digits: 2},
      low: {name: "low", label: "from", digits: 2},
      high: {name: "high", label: "to", digits: 2},
      choices: choices.map((name) => ({name, label: capital(name)})),
      planned: {name: "planned", label: "Main comparison"}
    },
    figureOptions(input, "curve", title, {
      subtitle:
        "The outcome in its standard deviations, for one standard deviation of the exposure. Each analysis is a dot, with its choices below"
    })
  );
}
