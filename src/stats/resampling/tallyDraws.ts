import type {Tally} from "./permutationEstimate.js";
import {checkDraws} from "./permutationEstimate.js";

interface Drawing {
  readonly observed: number;
  readonly expected: number;
  readonly draws: number;
  readonly seed: number;
  /** size of the statistic, for the rounding within which two values are equal */
  readonly scale: number;
}

/** Counts drawn statistics against the observed one. */
export function tallyDraws(draw: () => number, {observed, expected, draws, seed, scale}: Drawing): Tally {
  checkDraws(draws);
  const slack = 1e-11 * scale;
  const distance = Math.abs(observed - expected) - slack;
  const found = {count: 0, count_less: 0, count_two: 0, equal: 0};
  for (let k = 0; k < draws; k++) {
    const value = draw();
    if (value >= observed - slack) found.count++;
    if (value <= observed + slack) found.count_less++;
    if (Math.abs(value - observed) <= slack) found.equal++;
    if (Math.abs(value - expected) >= distance) found.count_two++;
  }
  return {observed, expected, ...found, total: draws, seed};
}
