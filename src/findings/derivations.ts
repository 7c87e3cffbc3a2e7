import type {FindingId} from "../evidence/finding.js";
import {deriveDepartments} from "./departments/derive.js";
import type {DeriveInput} from "./deriveInput.js";
import {deriveEngagement} from "./engagement/derive.js";
import {deriveManagers} from "./managers/derive.js";
import {deriveOrganisation} from "./organisation/derive.js";

/** What each finding's page draws beyond its claim, estimated once in the release; null where tables say it all. */
export const derivations: Readonly<Record<FindingId, (input: DeriveInput) => unknown>> = {
  purpose: () => null,
  departments: deriveDepartments,
  organisation: deriveOrganisation,
  sessions: () => null,
  managers: deriveManagers,
  engagement: deriveEngagement
};
