import {element} from "../../../components/parts/element.js";
import {fitLine} from "../../../components/parts/fitLine.js";
import {scatter} from "../../../components/figures/scatter.js";
import type {LongChange} from "../../../evidence/survey/changeOnChange.js";
import {longChange} from "../../../evidence/survey/changeOnChange.js";
import {capital, count, signed} from "../../../evidence/format.js";
import {measureNamed} from "../../../evidence/measure.js";
import {median} from "../../../stats/description/median.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import type {FindingInput} from "../../findingPage.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import {surveyInput} from "./surveyInput.js";

const fewestUnits = 3;

/** Every unit's change in participation and in answers, from the first years to the last; each measure's own at choice. */
export function changeFigure(input: FindingInput): Mark {
  const {context, plan, document} = input;
  const survey = surveyInput(input);
  const long = survey && longChange(survey.cells, survey.answers);
  if (!survey || !long || long.changes.length < fewestUnits) return htmlMark();
  const {label: exposure} = measureNamed(context.measures, plan.exposure.name);
  const choices = [...survey.cells.means].flatMap(([name, values]) => {
    const own = longChange(survey.cells, values);
    if (!own || own.changes.length < fewestUnits) return [];
    const {label} = measureNamed(context.measures, name);
    return [
      element(
        document,
        "details",
        {},
        element(document, "summary", {}, capital(label)),
        changeScatter(own, label, `engagement-change-${name}`, input)
      )
    ];
  });
  return exhibit(
    document,
    {
      heading: "Change on change",
      level: "h3",
      text:
        `Each dot is one of the ${count(long.changes.length)} ${context.unit.many} that can be shown: how far its ${exposure} moved from ` +
        `${span(long.first)} to ${span(long.last)}, and how far its answers did. What all ${context.unit.many} share cancels.`
    },
    changeScatter(long, survey.together, "engagement-change", input),
    element(document, "div", {class: "choices"}, element(document, "p", {}, "The same for one measure:"), ...choices)
  );
}

function changeScatter(long: LongChange, together: string, id: string, input: FindingInput): Element {
  const {context, plan} = input;
  const exposure = measureNamed(context.measures, plan.exposure.name);
  const share = exposure.unit === "share";
  const rows = long.changes.map((change) => ({...change, exposure: change.exposure * (share ? 100 : 1)}));
  const unit = {name: "name", label: capital(context.unit.one)};
  const axes = {
    x: {name: "exposure", label: `Change in ${exposure.label}`, unit: share ? "points" : exposure.unit, digits: 0},
    y: {name: "answers", label: "Change in answers", unit: "points of the scale", digits: 2}
  };
  const line = fitLine(rows, axes, {unit, label: "all"});
  const middle = median(rows.map((row) => row.exposure));
  const [upper, lower] = [rows.filter((row) => row.exposure > middle), rows.filter((row) => row.exposure <= middle)];
  const mean = (of: typeof rows): string => signed(of.reduce((sum, row) => sum + row.answers, 0) / of.length, 2);
  const title =
    upper.length === 0
      ? `Change in answers on ${together}`
      : `Answers on ${together} moved by ${mean(upper)} points where ${exposure.label} grew most, ${mean(lower)} where it grew least`;
  return scatter(rows, axes, {
    unit,
    fits: [line && {...line, words: `The line is the least-squares fit, a change for each ${context.unit.one}.`}],
    brush: false,
    height: 340,
    ...figureOptions(input, id, title, {
      subtitle: `Halves of the ${context.unit.many}; ${span(long.first)} to ${span(long.last)}`
    })
  });
}

function span([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}\u2013${to}`;
}
