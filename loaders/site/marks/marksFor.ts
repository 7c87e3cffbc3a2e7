import {drawingDocument} from "../drawingDocument.js";
import {evidenceContext} from "../../release/context.js";
import type {StudyRelease} from "../../release/releaseStudy.js";
import type {Docstring} from "../docstrings.js";
import type {Page} from "../pages.js";
import {changesMarks, type Past} from "./changesMarks.js";
import {columnMarks} from "./columnMarks.js";
import {dataMarks} from "./dataMarks.js";
import {findingMarks} from "./findingMarks.js";
import {glossaryMarks} from "./glossaryMarks.js";
import type {Marks} from "../../../src/components/parts/mark.js";
import type {MarkInput} from "./markInput.js";
import {lineageMarks} from "./lineageMarks.js";
import {methodsMarks} from "./methodsMarks.js";
import {moversMarks} from "./moversMarks.js";
import {notebookMarks} from "./notebookMarks.js";
import {overviewMarks} from "./overviewMarks.js";
import {planMarks} from "./planMarks.js";
import {referenceMarks} from "./referenceMarks.js";
import {reportMarks} from "./reportMarks.js";
import {robustnessExhibits} from "../../../src/robustness/exhibits.js";
import {rowOf} from "../../../src/findings/rowOf.js";
import {studyMarks} from "./studyMarks.js";
import {named, speaking} from "../../../src/words/language.js";
import {say} from "../../../src/words/say.js";

/** Everything from data that stands in the pages, by the name of its mark. */
export async function marksFor(
  release: StudyRelease,
  pages: readonly Page[],
  past: Past,
  docs: readonly Docstring[] = []
): Promise<Marks> {
  const document = drawingDocument();
  const {findings} = release.findings.value;
  const rooms = await Promise.all(findings.map(async ({id}) => [id, await rowOf(id).exhibits()] as const));
  const input: MarkInput = {
    release,
    context: evidenceContext(release.study),
    tables: new Map(Array.from(release.tables, ([name, table]) => [name, table.value])),
    pages,
    rooms: new Map(rooms),
    source: sourceOf(release),
    document
  };
  const {robustness} = release.estimates.value;
  const inEnglish = speaking("en", () => {
    const told = {...input, context: evidenceContext(release.study), source: sourceOf(release)};
    return {
      ...(robustness && robustnessExhibits({...told, robustness, findings, worlds: release.worlds.value})),
      ...dataMarks(told),
      ...columnMarks(told),
      ...lineageMarks(told),
      ...moversMarks(told),
      ...changesMarks(told, past),
      ...methodsMarks(told),
      ...planMarks(told),
      ...referenceMarks({document}),
      ...notebookMarks(told, docs)
    };
  });
  return {
    ...inEnglish,
    ...overviewMarks(input),
    ...studyMarks(input),
    ...reportMarks(input),
    ...Object.assign({}, ...findings.map((finding) => findingMarks(finding, input))),
    ...glossaryMarks({document})
  };
}

const sourceOf = ({study}: StudyRelease): string => say("{0}, released tables", named(study.title));
