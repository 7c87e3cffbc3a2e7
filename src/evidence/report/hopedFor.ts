import type {EvidenceContext} from "../context.js";
import type {Finding} from "../finding.js";
import {measureNamed} from "../measure.js";

/** Whether the planned estimate points where the programme was meant to lead: null where there is none, or none to either side. */
export function hopedFor({primary, specification}: Finding, {measures}: EvidenceContext): boolean | null {
  if (!primary || primary.estimate === 0) return null;
  const left = specification.split("~")[0] ?? "";
  const outcome = measureNamed(measures, /(\w+)\)?\s*$/.exec(left)?.[1] ?? left.trim());
  return primary.estimate > 0 === (outcome.direction === "higher");
}
