import type {EvidenceContext} from "./context.js";
import {named} from "../words/language.js";
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
    programme: named(programme),
    unit: inLanguage(unit),
    person: inLanguage(person),
    ...(division && {division: inLanguage(division)}),
    assignment: {
      ...assignment,
      ...(assignment.account != null && {account: named(assignment.account)})
    },
    programmeYears,
    measures: describeMeasures(
      measures.map((measure) => ({
        ...measure,
        label: named(measure.label),
        ...(measure.about !== undefined && {about: named(measure.about)})
      })),
      currency.label
    ),
    purpose: purpose && {...purpose, label: named(purpose.label)},
    exposure: exposure && {
      ...exposure,
      one: named(exposure.one),
      ...(exposure.stepSaid !== undefined && {stepSaid: named(exposure.stepSaid)}),
      ...(exposure.against !== undefined && {against: named(exposure.against)})
    }
  };
}

const inLanguage = ({one, many}: {readonly one: string; readonly many: string}) => ({
  one: named(one),
  many: named(many)
});
