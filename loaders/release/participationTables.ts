import type {TableName} from "../study/contract.js";

/** What participation is counted from, where a study has it: whoever shows participation reads them. */
export const participationTables: readonly TableName[] = [
  "participation_years",
  "attendance",
  "sessions",
  "assignments",
  "managers"
];
