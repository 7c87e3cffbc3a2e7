import type {MeasureDescription} from "../evidence/measure.js";

/** What the explorer needs to know of the study, as its description has it. */
export interface ExploredStudy {
  readonly title: string;
  readonly synthetic: boolean;
  readonly programmeYears?: readonly [number, number];
  readonly measures: readonly MeasureDescription[];
  readonly currency: {readonly label: string};
  readonly words: {readonly unit: {readonly one: string; readonly many: string}};
  readonly plan: readonly PlannedComparison[];
  readonly publicMicrodata?: {readonly licence: string};
}

export interface PlannedComparison {
  readonly finding: string;
  readonly dated: string;
  readonly specification: string;
  readonly term: string;
  readonly worthwhile: number;
}
