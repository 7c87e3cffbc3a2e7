import {specificationCurve} from "../../components/figures/specificationCurve.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {capital, count, percent} from "../../evidence/format.js";
import {leaning} from "../../evidence/robustness/answer.js";
import type {Specifications} from "../../evidence/robustness/specifications.js";
import {optionName} from "./optionName.js";
import type {RobustnessInput} from "../robustnessInput.js";

/** Every analysis within units, and what was chosen in it. */
export function curveFigure({within, choices}: Specifications, input: RobustnessInput): Element {
  const {share, sign} = leaning(within);
  const title = `${sign === "positive" ? "Higher" : "Lower"} with more participation in ${percent(share)} of ${count(within.points.length)} analyses`;
  return specificationCurve(
    within.points.map((point) => ({
      ...point,
      outcome: optionName("outcome", String(point.outcome), input.context),
      exposure: optionName("exposure", String(point.exposure), input.context)
    })),
    {
      estimate: {name: "estimate", label: "Standardised estimate", digits: 2},
      low: {name: "low", label: "from", digits: 2},
      high: {name: "high", label: "to", digits: 2},
      choices: choices.map((name) => ({name, label: capital(name)})),
      planned: {name: "planned", label: "Main comparison"}
    },
    figureOptions(input, "curve", title, {
      subtitle:
        "Standard deviations of the outcome for one of participation. Each analysis is a dot, with its choices below"
    })
  );
}
