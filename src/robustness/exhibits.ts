import {htmlMark, type Marks, textMark} from "../components/parts/mark.js";
import {exposurePhrases} from "../words/exposure.js";
import {robustnessAnswer, robustnessSentence} from "../evidence/robustness/answer.js";
import type {Specifications} from "../evidence/robustness/specifications.js";
import {confounderSentence} from "./exhibits/confounderSentence.js";
import {contourFigure} from "./exhibits/contourFigure.js";
import {curveFigure} from "./exhibits/curveFigure.js";
import {detectableTable} from "./exhibits/detectableTable.js";
import {mediansTable} from "./exhibits/mediansTable.js";
import {placeboExhibit} from "./exhibits/placeboExhibit.js";
import {shortList} from "./exhibits/shortList.js";
import {worldsExhibit} from "./exhibits/worldsExhibit.js";
import type {RobustnessInput} from "./robustnessInput.js";
import {curve as words} from "./words.en.js";

/** How the departments' association fares, by the marks of the page on it. */
export function robustnessExhibits(input: RobustnessInput): Marks {
  const {confounder, exposure} = input.robustness;
  return {
    ...curveMarks(input),
    "robustness.short": shortList(input),
    "robustness.placebos": placeboExhibit(input.robustness, input),
    "robustness.confounder": textMark(
      confounderSentence(confounder, exposurePhrases(exposure, input.context).noun, input.context)
    ),
    "robustness.contour": htmlMark(confounder && contourFigure(confounder, input)),
    "robustness.detectable": detectableTable(input.robustness, input),
    "robustness.worlds": worldsExhibit(input)
  };
}

function curveMarks(input: RobustnessInput): Marks {
  const {curve} = input.robustness;
  const {unit} = input.context;
  const {noun, asRose} = exposurePhrases(input.robustness.exposure, input.context);
  if (!curve) {
    return {
      "robustness.title": textMark(words.impossibleTitle),
      "robustness.sentence": textMark(words.impossible(unit, noun)),
      "robustness.curve": htmlMark(),
      "robustness.medians": htmlMark(),
      "robustness.stock": textMark("")
    };
  }
  return {
    "robustness.title": textMark(robustnessAnswer(curve)),
    "robustness.sentence": textMark(robustnessSentence(curve, unit, {asRose, noun})),
    "robustness.curve": htmlMark(curveFigure(curve, input)),
    "robustness.medians": mediansTable(curve, input),
    "robustness.stock": textMark(stockSentence(curve, input))
  };
}

function stockSentence({within}: Specifications, {context: {unit, person}}: RobustnessInput): string {
  if (!within.medians.some(({option}) => option === "stock")) return "";
  return words.stock(unit, person.many);
}
