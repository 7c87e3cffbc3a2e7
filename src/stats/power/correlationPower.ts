import {normalCdf} from "../distribution/normal.js";
import {studentTQuantile} from "../distribution/studentT.js";
import {closedOptions} from "../errors/closedOptions.js";
import type {Design} from "./design.js";

/** Power of the test of a correlation, by Fisher's z with its bias, at the critical r of Student's t (as pwr.r.test). */
export function correlationPower({n, effect, alpha, ...others}: Design): number {
  closedOptions("correlationPower", others, ["n", "effect", "alpha"]);
  const t = studentTQuantile(alpha / 2, n - 2, {upper: true});
  const critical = Math.atanh(t / Math.sqrt(t * t + n - 2));
  const z = Math.atanh(effect) + effect / (2 * (n - 1));
  const scale = Math.sqrt(n - 3);
  return normalCdf((z - critical) * scale) + normalCdf((-z - critical) * scale);
}
