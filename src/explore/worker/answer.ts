import {comparisonData} from "../comparisonData.js";
import type {Comparison} from "../comparison.js";
import {estimateAgainst} from "../estimateAgainst.js";
import {estimateComparison} from "../estimateComparison.js";
import {estimateCurve} from "../estimateCurve.js";
import {estimateMatrix} from "../estimateMatrix.js";
import {exchangeOf} from "../exchangeOf.js";
import {extrasOf} from "../extras.js";
import type {Grain} from "../grain.js";
import type {Answers, Question} from "./ask.js";

type Progress = (done: number, of: number) => void;

const answers: {
  readonly [Q in Question]: (
    comparison: Comparison,
    grain: Grain,
    progress: Progress
  ) => Answers[Q] | Promise<Answers[Q]>;
} = {
  estimate(comparison, grain) {
    const {main, lenses} = estimateComparison(comparison, grain);
    return {main, lenses};
  },
  outside(comparison, grain) {
    const {rows, chosen} = comparisonData(comparison, grain);
    const within = new Set(chosen);
    const others = rows.filter((row) => !within.has(row));
    return estimateComparison({...comparison, brush: null}, grain, {rows: others, lenses: false}).main;
  },
  extras: extrasOf,
  exchange: (comparison, grain) => exchangeOf(comparison, grain, comparisonData(comparison, grain)),
  against: estimateAgainst,
  matrix: (comparison, grain) => estimateMatrix(comparison, grain),
  curve: (comparison, grain, progress) => estimateCurve(comparison, grain, {progress})
};

/** The answer to a question about a comparison, wherever it is worked out. */
export async function answer<Q extends Question>(
  question: Q,
  comparison: Comparison,
  grain: Grain,
  progress: Progress = () => undefined
): Promise<Answers[Q]> {
  return answers[question](comparison, grain, progress);
}
