import {fisherFUpper} from "./fisherF.js";
import {incompleteBeta} from "./beta.js";
import {deviance} from "./deviance.js";
import {positive} from "./positive.js";
import {stirlingError} from "./stirlingError.js";

/**
 * Upper tail of the noncentral F distribution.
 *
 * Model      a Poisson(ncp / 2) mixture of beta tails, summed outwards from the mixture's middle
 * Checked    R's pf(ncp =)
 */
export function noncentralFUpper(x: number, df1: number, df2: number, ncp: number): number {
  if (!(ncp >= 0)) throw new RangeError(`invalid ncp; not 0 or more: ${ncp}`);
  positive("df1", df1);
  positive("df2", df2);
  if (ncp === 0) return fisherFUpper(x, df1, df2);
  if (x <= 0) return 1;
  const total = df1 * x + df2;
  const tail = (j: number): number => incompleteBeta(df2 / 2, df1 / 2 + j, df2 / total, (df1 * x) / total);
  const mean = ncp / 2;
  const middle = Math.floor(mean);
  let sum = 0;
  let weights = 0;
  const add = (j: number): boolean => {
    const weight = poisson(j, mean);
    sum += weight * tail(j);
    weights += weight;
    return weight > 1e-18;
  };
  for (let j = middle; j >= 0 && add(j); j--);
  for (let j = middle + 1; add(j); j++);
  return Math.min(1, sum / weights);
}

function poisson(j: number, mean: number): number {
  if (j === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(j) - deviance(j, mean)) / Math.sqrt(2 * Math.PI * j);
}
