import type {EvidenceContext, Plan} from "../../src/evidence/context.js";
import {planOf} from "../../src/evidence/planOf.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import type {Study} from "../study/readStudy.js";

/** What a finding needs to know of the study. */
export function evidenceContext(
  study: Pick<Study, "words" | "assignment" | "programmeYears" | "measures" | "currency" | "purpose" | "exposure">
): EvidenceContext {
  const {words, assignment, programmeYears, measures, currency, purpose, exposure} = study;
  return {
    programme: words.programme,
    unit: words.unit,
    person: words.person,
    assignment,
    programmeYears,
    measures: describeMeasures(measures, currency.label),
    purpose,
    exposure
  };
}

/** The study's planned specification for a finding, read, or null. */
export function planFor({plan}: Pick<Study, "plan">, finding: string): Plan | null {
  const planned = plan.find((one) => one.finding === finding);
  return planned ? planOf(planned) : null;
}
