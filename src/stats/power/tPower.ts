import {noncentralTCdf, noncentralTUpper} from "../distribution/noncentralT.js";
import {studentTQuantile} from "../distribution/studentT.js";
import {closedOptions} from "../errors/closedOptions.js";
import type {SidedDesign} from "./design.js";

/** Power of the two-sample t test, n in each group, effect in standard deviations. */
export function tPower({n, effect, alpha, strict = false, ...others}: SidedDesign): number {
  closedOptions("tPower", others, ["n", "effect", "alpha", "strict"]);
  return byNoncentralT(effect * Math.sqrt(n / 2), 2 * (n - 1), alpha, strict);
}

/** Power of the paired t test, n pairs, effect in standard deviations of the differences. */
export function pairedPower({n, effect, alpha, strict = false, ...others}: SidedDesign): number {
  closedOptions("pairedPower", others, ["n", "effect", "alpha", "strict"]);
  return byNoncentralT(effect * Math.sqrt(n), n - 1, alpha, strict);
}

export function byNoncentralT(noncentrality: number, df: number, alpha: number, strict: boolean): number {
  const critical = studentTQuantile(alpha / 2, df, {upper: true});
  const ncp = Math.abs(noncentrality);
  return noncentralTUpper(critical, df, ncp) + (strict ? noncentralTCdf(-critical, df, ncp) : 0);
}
