import type {Evidence} from "./finding.js";

/** The side of no difference on which an interval lies; 0 where it holds none, or there is none. */
export function clearSide(evidence: Pick<Evidence, "low" | "high"> | null): -1 | 0 | 1 {
  if (!evidence || evidence.low === null || evidence.high === null) return 0;
  return evidence.low > 0 ? 1 : evidence.high < 0 ? -1 : 0;
}
