import {NotIdentified} from "../errors/notIdentified.js";
import {deviance} from "./deviance.js";
import {stirlingError} from "./stirlingError.js";

/** of a noncentrality of twice this the terms that count are a million */
const most = 1e9;

/**
 * Mean of a probability over a Poisson number, summed outwards from the number's mean until what is left can't change
 * the sum: positive terms only, so that the result is as exact as its terms however small it is.
 *
 * @throws {NotIdentified} if the terms are more than can be summed
 */
export function poissonMixture(mean: number, probability: (j: number) => number): number {
  if (!(mean <= most))
    throw new NotIdentified(
      `not feasible: a noncentrality of ${2 * mean} takes too many terms; it may be at most ${2 * most}`,
      "not feasible"
    );
  const middle = Math.floor(mean);
  let sum = 0;
  const add = (j: number): boolean => {
    const weight = poisson(j, mean);
    sum += weight * probability(j);
    return weight > 1e-18 * sum;
  };
  for (let j = middle; j >= 0 && add(j); j--);
  for (let j = middle + 1; add(j); j++);
  return Math.min(1, sum);
}

function poisson(j: number, mean: number): number {
  if (j === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(j) - deviance(j, mean)) / Math.sqrt(2 * Math.PI * j);
}
