import {deviance} from "./deviance.js";
import {stirlingError} from "./stirlingError.js";

/**
 * Mean of a probability over a Poisson number, summed outwards from the number's mean until what is left can't change
 * the sum: positive terms only, so that the result is as exact as its terms however small it is.
 */
export function poissonMixture(mean: number, probability: (j: number) => number): number {
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
