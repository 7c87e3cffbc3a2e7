/**
 * Chance that a joint test at 5 % of the effects before treatment finds units drifting apart in a straight line.
 *
 * Model      W ~ chi-squared with df, noncentrality (drift / detectable)^2 times that of a power of 80 %
 * Source     Roth (2022), doi:10.1257/aeri.20210236; detectable is groupTimeEffects()'s
 */
import {chiSquaredQuantile} from "../distribution/chiSquared.js";
import {closedOptions} from "../errors/closedOptions.js";
import {noncentralChiSquaredUpper} from "../distribution/noncentralChiSquared.js";

/**
 * @param drift       apart, a period
 * @param detectable  the drift that the test finds in four of five panels
 */
export function driftPower(
  drift: number,
  {df, detectable, ...others}: {readonly df: number; readonly detectable: number}
): number {
  closedOptions("driftPower", others, ["df", "detectable"]);
  const bound = chiSquaredQuantile(0.05, df, {upper: true});
  return noncentralChiSquaredUpper(bound, df, noncentralityFor(0.8, df) * (drift / detectable) ** 2);
}

/** Noncentrality at which a chi-squared test at 5 % has the power. */
export function noncentralityFor(power: number, df: number): number {
  const bound = chiSquaredQuantile(0.05, df, {upper: true});
  let [low, high] = [0, 10];
  while (noncentralChiSquaredUpper(bound, df, high) < power) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (noncentralChiSquaredUpper(bound, df, middle) < power) low = middle;
    else high = middle;
  }
  return high;
}
