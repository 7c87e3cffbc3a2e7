import type {EvidenceContext} from "./context.js";
import type {FindingId} from "./finding.js";

/** A finding as it is named in a sentence, in the study's own words. */
export function findingName(id: FindingId, {unit, person}: Pick<EvidenceContext, "unit" | "person">): string {
  const names: Readonly<Record<FindingId, string>> = {
    purpose: "the purpose",
    departments: unit.many,
    organisation: "the organisation",
    sessions: "the sessions",
    managers: person.many,
    engagement: "engagement"
  };
  return names[id];
}
