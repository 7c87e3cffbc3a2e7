import {specificationCurve} from "../../components/figures/specificationCurve.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {capital} from "../../evidence/format.js";
import {exposurePhrases} from "../../words/exposure.js";
import {leaning} from "../../evidence/robustness/answer.js";
import type {Specifications} from "../../evidence/robustness/specifications.js";
import type {RobustnessInput} from "../robustnessInput.js";
import {curve as words} from "../words.en.js";
import {namedChoices} from "./choiceName.js";

/** The choices in which analyses differ: one that has a single option changes nothing. */
export function chosenAmong({points}: Specifications["within"], choices: readonly string[]): string[] {
  return choices.filter((name) => new Set(points.map((point) => point[name])).size > 1);
}

/** Every analysis within units, and what was chosen in it. */
export function curveFigure({within, choices}: Specifications, input: RobustnessInput): Element {
  const {share, sign} = leaning(within);
  const {asRose} = exposurePhrases(input.robustness.exposure, input.context);
  const title = words.title(share, within.points.length, sign === "positive" ? "higher" : "lower", asRose);
  return specificationCurve(
    within.points.map((point) => namedChoices(point, choices, input.context)),
    {
      estimate: {name: "estimate", label: "Standardised estimate", digits: 2},
      low: {name: "low", label: "from", digits: 2},
      high: {name: "high", label: "to", digits: 2},
      choices: chosenAmong(within, choices).map((name) => ({name, label: capital(name)})),
      planned: {name: "planned", label: "Main comparison"}
    },
    figureOptions(input, "curve", title, {subtitle: words.subtitle})
  );
}
