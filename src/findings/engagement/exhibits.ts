import {forest} from "../../components/figures/forest.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {changeFigure} from "./exhibits/changeFigure.js";
import {groupsFigure} from "./exhibits/groupsFigure.js";
import {responseFigures, responseMap} from "./exhibits/responseFigures.js";
import {scalesTable} from "./exhibits/scalesTable.js";
import {silentFigure} from "./exhibits/silentFigure.js";
import type {EngagementDerived} from "./derive.js";
import type {FindingPage} from "../findingPage.js";
import {smallForest} from "../../components/figures/smallForest.js";
import {perStep} from "../perStep.js";
import {figures} from "./figures.js";

const threshold = 0.05;

export const engagementPage: FindingPage<EngagementDerived> = {
  lead(input) {
    const {measures = []} = input.finding;
    const outcomes = measures.filter(({control}) => !control);
    const survive = outcomes.filter(({adjusted}) => typeof adjusted === "number" && adjusted < threshold).length;
    const title = figures.lead.title(survive, outcomes.length, input.context.unit);
    return forest(
      measures,
      figureOptions(input, "engagement-lead", title, {
        subtitle: figures.lead.subtitle(perStep(input))
      })
    );
  },
  small: ({finding}, options) => smallForest(finding, options),
  exhibits: (input) => ({
    change: changeFigure(input),
    scales: scalesTable(input),
    groups: groupsFigure(input),
    response: responseFigures(input),
    silent: silentFigure(input),
    responseMap: responseMap(input)
  })
};
