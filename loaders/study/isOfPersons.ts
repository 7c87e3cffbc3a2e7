import {contract, tableNames} from "./contract.js";

const keys = ["manager_id", "respondent_id"];

/** Whether a canonical table has a row or more a person. */
export function isOfPersons(table: string): boolean {
  const known = tableNames.find((name) => name === table);
  return known !== undefined && keys.some((key) => key in contract[known].columns);
}
