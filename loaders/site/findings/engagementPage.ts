import {forest} from "../../../src/components/forest.js";
import {count} from "../../../src/evidence/format.js";
import {isClear} from "../../../src/evidence/isClear.js";
import {figureOptions} from "../marks/figureOptions.js";
import type {FindingPage} from "./findingPage.js";
import {smallForest} from "./smallForest.js";

export const engagementPage: FindingPage = {
  lead(input) {
    const {measures = []} = input.finding;
    const outcomes = measures.filter(({control}) => !control);
    const clear = outcomes.filter(isClear).length;
    const title = `${clear === 0 ? "None" : count(clear)} of ${count(outcomes.length)} measures moved clear of no difference within units`;
    return forest(measures, figureOptions(input, "engagement-lead", title));
  },
  small: ({finding}, options) => smallForest(finding, options),
  exhibits: () => ({})
};
