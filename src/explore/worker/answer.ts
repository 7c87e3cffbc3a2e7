import {comparisonData} from "../comparisonData.js";
import type {Comparison} from "../comparison.js";
import {errorsOf} from "../comparisonErrors.js";
import {estimateAgainst} from "../estimateAgainst.js";
import {type ComparisonEstimate, estimateComparison, sketchComparison, withErrors} from "../estimateComparison.js";
import {estimateCurve} from "../estimateCurve.js";
import {estimateMatrix} from "../estimateMatrix.js";
import {type Exchange, exchangeOf} from "../exchangeOf.js";
import {extrasOf} from "../extras.js";
import type {Grain} from "../grain.js";
import {serialiseComparison} from "../serialiseComparison.js";
import type {Answers, Question} from "./ask.js";

/** How a long answer lets others have their turn. */
export interface Manners {
  readonly progress: (done: number, of: number) => void;
  /** throws where the answer is no longer wanted */
  readonly pause: () => Promise<void>;
}

/** what the last sketch of a grain was of: its errors come next */
const sketched = new WeakMap<Grain, {readonly key: string; readonly sketch: ComparisonEstimate}>();

/** the last exchange of a grain: a download of what is shown asks for it again */
const exchanged = new WeakMap<Grain, {readonly key: string; readonly exchange: Exchange | null}>();

const answers: {
  readonly [Q in Question]: (
    comparison: Comparison,
    grain: Grain,
    manners: Manners
  ) => Answers[Q] | Promise<Answers[Q]>;
} = {
  sketch(comparison, grain) {
    const sketch = sketchComparison(comparison, grain);
    sketched.set(grain, {key: JSON.stringify(comparison), sketch});
    return {main: sketch.main, lenses: sketch.lenses};
  },
  estimate(comparison, grain) {
    const known = sketched.get(grain);
    const sketch = known?.key === JSON.stringify(comparison) ? known.sketch : sketchComparison(comparison, grain);
    return errorsOf(withErrors(sketch, comparison, grain));
  },
  outside(comparison, grain) {
    const data = comparisonData(comparison, grain);
    const within = new Set(data.chosen);
    const others = data.rows.filter((row) => !within.has(row));
    return {
      main: estimateComparison({...comparison, brush: null}, grain, {rows: others, lenses: false}).main,
      exchange: exchangeOf(comparison, grain, {...data, chosen: others})
    };
  },
  extras: (comparison, grain, {pause}) => extrasOf(comparison, grain, pause),
  exchange: exchangedOnce,
  whole: (comparison, grain) => ({
    main: estimateComparison(comparison, grain, {lenses: false}).main,
    exchange: exchangedOnce(comparison, grain)
  }),
  against: estimateAgainst,
  matrix: (comparison, grain) => estimateMatrix(comparison, grain),
  curve: (comparison, grain, {progress}) => estimateCurve(comparison, grain, {progress})
};

function exchangedOnce(comparison: Comparison, grain: Grain): Exchange | null {
  const key = serialiseComparison({...comparison, view: "pair"}, grain);
  const known = exchanged.get(grain);
  if (known?.key === key) return known.exchange;
  const exchange = exchangeOf(comparison, grain, comparisonData(comparison, grain));
  exchanged.set(grain, {key, exchange});
  return exchange;
}

/** The answer to a question about a comparison, wherever it is worked out. */
export async function answer<Q extends Question>(
  question: Q,
  comparison: Comparison,
  grain: Grain,
  manners: Manners = {progress: () => undefined, pause: () => Promise.resolve()}
): Promise<Answers[Q]> {
  return answers[question](comparison, grain, manners);
}
