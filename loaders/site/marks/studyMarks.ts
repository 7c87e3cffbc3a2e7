import {strengthKey} from "../../../src/components/parts/strengthLadder.js";
import {dataVersion} from "../../release/dataVersion.js";
import {listOf} from "../../../src/components/parts/listOf.js";
import type {Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
import {measureNamed} from "../../../src/evidence/measure.js";
import {sentences} from "../../../src/words/numbers.js";
import {nature} from "../../../src/words/en/site.js";
import {named} from "../../../src/words/language.js";
import {assignedSaid} from "./assignedSaid.js";
import type {MarkInput} from "./markInput.js";

/** What the study says of itself, wherever it is wanted. */
export function studyMarks(input: MarkInput): Marks {
  const {release, document} = input;
  const {study} = release;
  const sources = study.sources.map(({title = "", path}) => (path ? `${title}: ${path}` : title));
  return {
    "study.title": textMark(named(study.title)),
    "study.organisation": textMark(study.organisation),
    "study.summary": textMark(study.summary),
    "study.description": textMark(study.description),
    "study.programme": textMark(study.words.programme),
    "study.units": textMark(study.words.unit.many),
    "study.unit": textMark(study.words.unit.one),
    "study.persons": textMark(study.words.person.many),
    "study.years": textMark(study.programmeYears.join(" to ")),
    "study.assignment": textMark(assignedSaid(input)),
    "study.measured": textMark(
      sentences(
        release.findings.value.findings.flatMap(
          ({outcome}) => measureNamed(input.context.measures, outcome).about ?? []
        )
      )
    ),
    "study.nature": textMark(study.synthetic ? nature.synthetic : nature.real),
    "study.sources": htmlMark(listOf(document, sources)),
    "study.version": textMark(dataVersion(release)),
    "strength.key": htmlMark(strengthKey({document}))
  };
}
