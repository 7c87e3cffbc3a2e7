import type {MeasureDescription} from "../evidence/measure.js";
import type {Names, StudyKept} from "../words/language.js";

/** What the explorer needs to know of the study, as its description has it. */
export interface ExploredStudy extends StudyKept {
  readonly title: string;
  readonly synthetic: boolean;
  readonly programmeYears?: readonly [number, number];
  readonly measures: readonly MeasureDescription[];
  readonly currency: {readonly label: string};
  readonly words: NonNullable<StudyKept["words"]> & {readonly unit: {readonly one: string; readonly many: string}};
  readonly names?: Names;
  readonly plan: readonly PlannedComparison[];
  readonly licenses?: readonly {readonly name?: string; readonly path?: string; readonly title?: string}[];
  /** whose it is, for the citation */
  readonly organisation: string;
  readonly contact?: {readonly name: string};
  readonly published?: string;
}

export interface PlannedComparison {
  readonly finding: string;
  readonly dated: string;
  readonly specification: string;
  readonly term: string;
  readonly worthwhile: number;
}
