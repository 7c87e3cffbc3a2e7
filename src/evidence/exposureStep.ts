import type {EvidenceContext, Plan} from "./context.js";
import {measureNamed} from "./measure.js";

/** what the contract itself defines, whatever a study says of its exposure */
const derived = new Set(["participation", "stock", "dose"]);

/**
 * The difference in a plan's exposure that estimates are printed for, and sentences speak of: the study's own where it
 * declares one. A contrast of shares is of ten points, which studies reach, and not of none to all.
 */
export function exposureStep(
  {exposure: {name}}: Plan,
  {measures, exposure: declared}: Pick<EvidenceContext, "measures" | "exposure">
): number {
  const own = derived.has(name) ? undefined : declared?.step;
  return own ?? (measureNamed(measures, name).unit === "share" ? 0.1 : 1);
}
