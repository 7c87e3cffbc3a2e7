import type {FindingId} from "../../../src/evidence/finding.js";

/** The findings as they are named in a sentence. */
export const findingNames: Readonly<Record<FindingId, string>> = {
  purpose: "the purpose",
  departments: "departments",
  organisation: "the organisation",
  sessions: "the sessions",
  managers: "managers",
  engagement: "engagement"
};
