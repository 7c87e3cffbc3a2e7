import * as en from "./en/glossary.js";
import type {GlossaryTerm} from "./en/glossary.js";
import * as ja from "./ja/glossary.js";
import {studyKept} from "./language.js";
import {spoken} from "./spoken.js";

const words = spoken<typeof en>({en, ja});

/** of people who take part in sessions */
const ofPeople = new Set(["dose", "participation", "cohort"]);

/** The terms that a study may use: of taking part only where people do, of fiscal years only where years are such. */
export function glossaryTerms(): readonly GlossaryTerm[] {
  const {exposure, fiscalYearStart, words: own} = studyKept();
  const people = exposure === undefined || exposure.kind === "share" || exposure.kind === "sessions";
  const fiscal = fiscalYearStart !== "01-01" && own?.year === undefined;
  return words.glossary.filter(({id}) => (people || !ofPeople.has(id)) && (fiscal || id !== "fiscal-year"));
}
