import {comparisonOf, type ComparisonAnswer} from "./comparisonOf.js";
import {published} from "./published.js";

/**
 * A comparison of the explorer by its link: the estimate, its interval, the formula, and the rows that it is made of.
 * @example comparison("?x=participation&y=margin").estimate
 */
export function comparison(link: string): ComparisonAnswer {
  return comparisonOf(published, link);
}
