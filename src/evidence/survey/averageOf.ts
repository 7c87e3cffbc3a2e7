import type {SurveyCells} from "./surveyCells.js";

/** The mean of several measures in each unit and year; NaN where one of them is not shown. */
export function averageOf({means, exposure}: SurveyCells, measures: readonly string[]): number[] {
  return exposure.map(
    (_, i) => measures.reduce((sum, name) => sum + (means.get(name)?.[i] ?? NaN), 0) / measures.length
  );
}
