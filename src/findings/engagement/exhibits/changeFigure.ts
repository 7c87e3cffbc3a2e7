import {element} from "../../../components/parts/element.js";
import {fitLine} from "../../../components/parts/fitLine.js";
import {scatter} from "../../../components/figures/scatter.js";
import type {LongChange} from "../../../evidence/survey/changeOnChange.js";
import {capital} from "../../../evidence/format.js";
import {measureNamed} from "../../../evidence/measure.js";
import {median} from "../../../stats/description/median.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import type {FindingInput} from "../../findingPage.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {EngagementDerived} from "../derive.js";
import {surveyInput} from "../surveyInput.js";
import {figures} from "../figures.js";
import {say} from "../../../words/say.js";

const fewestUnits = 3;

/** Every unit's change in participation and in answers, from the first years to the last; each measure's own at choice. */
export function changeFigure(input: FindingInput<EngagementDerived>): Mark {
  const {context, plan, document} = input;
  const survey = surveyInput(input);
  const {change: long, changes} = input.derived;
  if (!survey || !long || long.changes.length < fewestUnits) return htmlMark();
  const {label: exposure} = measureNamed(context.measures, plan.exposure.name);
  const choices = changes.flatMap(({name, change: own}) => {
    if (own.changes.length < fewestUnits) return [];
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
      heading: figures.change.heading,
      level: "h3",
      text: figures.change.text(long.changes.length, context.unit, exposure, span(long.first), span(long.last))
    },
    changeScatter(long, survey.together, "engagement-change", input),
    element(document, "div", {class: "choices"}, element(document, "p", {}, figures.change.one), ...choices)
  );
}

function changeScatter(
  long: LongChange,
  together: string,
  id: string,
  input: FindingInput<EngagementDerived>
): Element {
  const {context, plan} = input;
  const exposure = measureNamed(context.measures, plan.exposure.name);
  const share = exposure.unit === "share";
  const rows = long.changes.map((change) => ({...change, exposure: change.exposure * (share ? 100 : 1)}));
  const unit = {name: "name", label: capital(context.unit.one)};
  const axes = {
    x: {
      name: "exposure",
      label: figures.change.x(exposure.label),
      unit: share ? "percentage points" : exposure.unit,
      digits: 0
    },
    y: {name: "answers", label: figures.change.y, unit: figures.change.points, digits: 2}
  };
  const line = fitLine(rows, axes, {unit, label: say("all")});
  const middle = median(rows.map((row) => row.exposure));
  const [upper, lower] = [rows.filter((row) => row.exposure > middle), rows.filter((row) => row.exposure <= middle)];
  const mean = (of: typeof rows): number => of.reduce((sum, row) => sum + row.answers, 0) / of.length;
  const title =
    upper.length === 0
      ? figures.change.plainTitle(together)
      : figures.change.title(together, mean(upper), mean(lower), exposure.label);
  return scatter(rows, axes, {
    unit,
    fits: [line && {...line, words: figures.change.line(context.unit)}],
    brush: false,
    height: 340,
    ...figureOptions(input, id, title, {
      subtitle: figures.change.subtitle(context.unit, span(long.first), span(long.last))
    })
  });
}

function span([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}\u2013${to}`;
}
