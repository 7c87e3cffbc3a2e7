import {type Robustness, robustnessOf} from "../../src/evidence/robustness/robustnessOf.js";
import {releaseDerived} from "../disclosure/releaseDerived.js";
import type {Released} from "../disclosure/released.js";
import {evidenceContext, planFor} from "./context.js";
import type {Findings} from "./findings.js";
import {make} from "./make.js";
import type {ReleaseContext} from "./releaseModule.js";
import {departmentYears} from "./tables/departmentYears.js";
import {surveyMeasures} from "./tables/surveyMeasures.js";

/** What pages draw beyond tables and findings, estimated on released values: no page estimates anything itself. */
export interface PageEstimates {
  readonly robustness: Robustness | null;
}

export async function pageEstimates(
  context: ReleaseContext,
  found: Released<Findings>
): Promise<Released<PageEstimates>> {
  const [cells, survey] = [await make(departmentYears, context), await make(surveyMeasures, context)];
  const robustness = robustnessOf({
    departmentYears: cells?.value,
    survey: survey?.value,
    context: evidenceContext(context.study),
    findings: found.value.findings,
    planFor: (finding) => planFor(context.study, finding)
  });
  return releaseDerived({robustness}, found, ...[cells, survey].filter((one) => one !== null));
}
