import {forest} from "../../components/figures/forest.js";
import {count} from "../../evidence/format.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {changeFigure} from "./exhibits/changeFigure.js";
import {groupsFigure} from "./exhibits/groupsFigure.js";
import {responseFigures} from "./exhibits/responseFigures.js";
import {scalesTable} from "./exhibits/scalesTable.js";
import {silentFigure} from "./exhibits/silentFigure.js";
import type {FindingPage} from "../findingPage.js";
import {smallForest} from "../../components/figures/smallForest.js";

const threshold = 0.05;

export const engagementPage: FindingPage = {
  lead(input) {
    const {measures = []} = input.finding;
    const outcomes = measures.filter(({control}) => !control);
    const survive = outcomes.filter(({adjusted}) => typeof adjusted === "number" && adjusted < threshold).length;
    const title =
      `${survive === 0 ? "None" : count(survive)} of ${count(outcomes.length)} measures differ${survive === 1 ? "s" : ""} clearly ` +
      `within ${input.context.unit.many} once all are counted`;
    return forest(
      measures,
      figureOptions(input, "engagement-lead", title, {
        subtitle: "Difference between no and full participation; p adjusted by Benjamini and Hochberg"
      })
    );
  },
  small: ({finding}, options) => smallForest(finding, options),
  exhibits: (input) => ({
    change: changeFigure(input),
    scales: scalesTable(input),
    groups: groupsFigure(input),
    response: responseFigures(input),
    silent: silentFigure(input)
  })
};
