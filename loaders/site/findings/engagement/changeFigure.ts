import {fitLine} from "../../../../src/components/fitLine.js";
import {scatter} from "../../../../src/components/scatter.js";
import {longChange} from "../../../../src/evidence/survey/changeOnChange.js";
import {capital, count, signed} from "../../../../src/evidence/format.js";
import {measureNamed} from "../../../../src/evidence/measure.js";
import {median} from "../../../../src/stats/description/median.js";
import {figureOptions} from "../../marks/figureOptions.js";
import type {Mark} from "../../marks/mark.js";
import {htmlMark} from "../../marks/mark.js";
import type {FindingInput} from "../findingPage.js";
import {withWords} from "../withWords.js";
import {surveyInput} from "./surveyInput.js";

/** Every unit's change in participation and in answers, from the first years to the last. */
export function changeFigure(input: FindingInput): Mark {
  const {context, plan, document} = input;
  const survey = surveyInput(input);
  const long = survey && longChange(survey.cells, survey.answers);
  if (!survey || !long || long.changes.length < 3) return htmlMark();
  const exposure = measureNamed(context.measures, plan.term);
  const share = exposure.unit === "share";
  const rows = long.changes.map((change) => ({...change, exposure: change.exposure * (share ? 100 : 1)}));
  const middle = median(rows.map((row) => row.exposure));
  const upper = rows.filter((row) => row.exposure > middle);
  const lower = rows.filter((row) => row.exposure <= middle);
  const mean = (of: typeof rows): string => signed(of.reduce((sum, row) => sum + row.answers, 0) / of.length, 2);
  const unit = {name: "name", label: capital(context.unit.one)};
  const axes = {
    x: {name: "exposure", label: `Change in ${exposure.label}`, unit: share ? "points" : exposure.unit, digits: 0},
    y: {name: "answers", label: "Change in answers", unit: "points of the scale", digits: 2}
  };
  const line = fitLine(rows, axes, {unit, label: "all"});
  const span = ([from, to]: readonly [number, number]): string => (from === to ? `${from}` : `${from}\u2013${to}`);
  return withWords(
    document,
    {
      heading: "Change on change",
      words:
        `Each dot is one of the ${count(rows.length)} ${context.unit.many} that can be shown: how far its ${exposure.label} moved from ` +
        `${span(long.first)} to ${span(long.last)}, and how far its answers did. What all years of all ${context.unit.many} share cancels.`
    },
    scatter(rows, axes, {
      unit,
      fits: [line && {...line, words: `The line is the least-squares fit, a change for each ${context.unit.one}.`}],
      brush: false,
      height: 340,
      ...figureOptions(
        input,
        "engagement-change",
        upper.length === 0 || lower.length === 0
          ? `Change in answers on ${survey.together}`
          : `Answers on ${survey.together} moved by ${mean(upper)} points where ${exposure.label} grew most, ${mean(lower)} where it grew least`,
        {subtitle: `Halves of the ${context.unit.many}; ${span(long.first)} to ${span(long.last)}`}
      )
    })
  );
}
