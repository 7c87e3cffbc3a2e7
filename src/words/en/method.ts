import {inParts} from "../inParts.js";

/** Parts of an estimator's name for what it did. */
const parts: ReadonlyMap<string, string> = new Map([
  ["ols", "least squares"],
  ["between", "between units"],
  ["fd", "changes"],
  ["rademacher", "Rademacher weights"],
  ["pearson", "Pearson correlation"],
  ["spearman", "Spearman correlation"],
  ["kendall", "Kendall correlation"],
  ["detrended", "without a straight trend"],
  ["differenced", "changes from one period to the next"],
  ["dr", "doubly robust"],
  ["universal base", "one base period"]
]);

const groups: ReadonlyMap<string, string> = new Map([
  ["department_id", "unit"],
  ["manager_id", "person"],
  ["module_id", "module"],
  ["group_id", "group"]
]);

/** "least squares, CR2 by unit" */
export const methodWords = inParts({parts, groups, within: (errors, group) => `${errors} by ${group}`, joined: ", "});
