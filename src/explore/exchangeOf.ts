/** What exchanging whole courses among units of a line says of a comparison: p, and where its interval lies. */
import type {Estimate} from "../stats/estimate.js";
import type {PermuteCoursesFit} from "../stats/resampling/permuteCourses.js";
import {permuteCourses} from "../stats/resampling/permuteCourses.js";
import type {Comparison} from "./comparison.js";
import type {ComparisonData} from "./comparisonData.js";
import {formulaOf} from "./comparisonData.js";
import type {Interval} from "./lensEstimate.js";
import {tableOf} from "./estimateComparison.js";
import type {Grain} from "./grain.js";

export interface Exchange {
  readonly p: number;
  /** null where levels that all units share are left in, or so few units can change places */
  readonly interval: Interval | null;
  /** each draw's slope */
  readonly drawn: Float64Array;
  readonly slope: number;
  readonly exchangeable: number;
  readonly draws: number;
  readonly seed: number;
}

const exchangeDraws = 999;
/** under so few arrangements the exchange can refuse nothing */
const fewestExchangeable = 5;

/** Null for a series: years that follow one another can't be exchanged; or where no two units can. */
export function exchangeOf(
  comparison: Comparison,
  grain: Grain,
  data: ComparisonData,
  {draws = exchangeDraws, seed = 1}: {readonly draws?: number; readonly seed?: number} = {}
): Exchange | null {
  if (grain.kind === "series") return null;
  const {effects, weights} = comparison;
  const centre = effects.startsWith("unit+") ? "zero" : "mean";
  try {
    const found = permuteCourses(formulaOf(comparison, grain), tableOf(comparison, grain, data, data.chosen), {
      term: data.x,
      unit: grain.unit ?? undefined,
      time: grain.time ?? undefined,
      strata: grain.kind === "panel" ? (grain.line ?? undefined) : undefined,
      weights: weights ?? undefined,
      centre,
      draws,
      seed
    });
    return exchangeFrom(found, seed);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function exchangeFrom({terms, fit}: Estimate<PermuteCoursesFit>, seed: number): Exchange | null {
  const [term] = terms;
  if (!term || fit.exchangeable < fewestExchangeable) return null;
  const {low, high} = term;
  return {
    p: fit.p_two,
    interval: low === null || high === null ? null : [low, high],
    drawn: fit.drawn,
    slope: term.estimate,
    exchangeable: fit.exchangeable,
    draws: fit.total,
    seed
  };
}
