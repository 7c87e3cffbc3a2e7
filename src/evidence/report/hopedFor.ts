import type {EvidenceContext} from "../context.js";
import type {Finding} from "../finding.js";
import {measureNamed} from "../measure.js";

/** Whether the planned estimate points where the programme was meant to lead: null where there is none, or none to either side. */
export function hopedFor({primary, outcome}: Finding, {measures}: EvidenceContext): boolean | null {
  if (!primary || primary.estimate === 0) return null;
  return primary.estimate > 0 === (measureNamed(measures, outcome).direction === "higher");
}
