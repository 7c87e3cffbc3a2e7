import {normalCdf, normalQuantile} from "../distribution/normal.js";
import {closedOptions} from "../errors/closedOptions.js";
import type {SidedDesign} from "./design.js";

export interface ProportionsDesign extends SidedDesign {
  /** first share; effect is the second */
  readonly baseline: number;
}

/** Power of the comparison of two shares, n in each group, by the normal approximation (as power.prop.test). */
export function proportionsPower({n, effect, alpha, baseline, strict = false, ...others}: ProportionsDesign): number {
  closedOptions("proportionsPower", others, ["n", "effect", "alpha", "baseline", "strict"]);
  const z = normalQuantile(alpha / 2, {upper: true});
  const mean = (baseline + effect) / 2;
  const threshold = z * Math.sqrt(2 * mean * (1 - mean));
  const spread = Math.sqrt(baseline * (1 - baseline) + effect * (1 - effect));
  const reach = Math.sqrt(n) * Math.abs(effect - baseline);
  return normalCdf((reach - threshold) / spread) + (strict ? normalCdf((-reach - threshold) / spread) : 0);
}
