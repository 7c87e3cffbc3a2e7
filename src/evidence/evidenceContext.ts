import type {EvidenceContext} from "./context.js";
import {describeMeasures, type MeasureDescription} from "./measure.js";

/** A study's description, as far as findings read it. */
export type StudyWords = Pick<EvidenceContext, "assignment" | "programmeYears" | "purpose" | "exposure"> & {
  readonly words: Pick<EvidenceContext, "programme" | "unit" | "person" | "division">;
  readonly measures: readonly MeasureDescription[];
  readonly currency: {readonly label: string};
};

/** What every finding needs to know of the study. */
export function evidenceContext({words, measures, currency, ...rest}: StudyWords): EvidenceContext {
  const {programme, unit, person, division} = words;
  const {assignment, programmeYears, purpose, exposure} = rest;
  return {
    programme,
    unit,
    person,
    ...(division && {division}),
    assignment,
    programmeYears,
    measures: describeMeasures(measures, currency.label),
    purpose,
    exposure
  };
}
